package dev.sluice.config.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant: nearest by Damerau-Levenshtein distance. */
public final class DidYouMean {
  private DidYouMean() {}

  /** Empty when nothing is near: at most one edit for three letters, never more than three. */
  public static Optional<String> guess(String written, Collection<String> names) {
    String wanted = plain(written);
    int allowed = Math.min(3, Math.max(1, wanted.length() / 3));
    return names.stream()
        .filter(name -> distance(wanted, plain(name)) <= allowed)
        .min(
            Comparator.<String>comparingInt(name -> distance(wanted, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapestStep(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapestStep(int[][] d, String a, String b, int i, int j) {
    int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
