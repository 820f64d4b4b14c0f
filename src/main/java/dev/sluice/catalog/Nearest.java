package dev.sluice.catalog;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that was probably meant. */
final class Nearest {
  private static final int FARTHEST = 2;

  private Nearest() {}

  /** The candidate within two edits, and nearer to the wanted name than any word would be. */
  static Optional<String> to(String wanted, Stream<String> candidates) {
    int limit = Math.min(FARTHEST, (wanted.length() - 1) / 2);
    return candidates
        .distinct()
        .filter(c -> !c.equals(wanted) && Math.abs(c.length() - wanted.length()) <= limit)
        .map(c -> new Candidate(c, distance(wanted, c)))
        .filter(c -> c.distance <= limit)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
