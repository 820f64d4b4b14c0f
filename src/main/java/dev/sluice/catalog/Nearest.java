package dev.sluice.catalog;

import dev.sluice.setting.EditDistance;
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
        .map(c -> new Candidate(c, EditDistance.between(wanted, c)))
        .filter(c -> c.distance <= limit)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}
}
