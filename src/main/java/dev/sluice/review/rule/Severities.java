package dev.sluice.review.rule;

import dev.sluice.review.Level;
import dev.sluice.review.Severity;
import java.util.Optional;

/**
 * How much a rule's findings matter where the policy does not say.
 *
 * @param strict in the strict policy; empty: as in the standard one
 * @param relaxed in the relaxed policy; empty: one less than in the standard one
 * @param onSmallTables the severity at most, where the table is known to be small
 */
public record Severities(
    Severity standard,
    Optional<Severity> strict,
    Optional<Severity> relaxed,
    Optional<Severity> onSmallTables) {
  static Severities of(Severity standard) {
    return new Severities(standard, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Severities inStrict(Severity severity) {
    return new Severities(standard, Optional.of(severity), relaxed, onSmallTables);
  }

  Severities inRelaxed(Severity severity) {
    return new Severities(standard, strict, Optional.of(severity), onSmallTables);
  }

  Severities onSmallTables(Severity severity) {
    return new Severities(standard, strict, relaxed, Optional.of(severity));
  }

  /** Under one of the ready policies. */
  public Severity at(Level level) {
    return switch (level) {
      case STRICT -> strict.orElse(standard);
      case STANDARD -> standard;
      case RELAXED -> relaxed.orElse(quieter(standard));
    };
  }

  /** One less; off stays off. */
  public static Severity quieter(Severity severity) {
    return switch (severity) {
      case ERROR -> Severity.WARNING;
      case WARNING -> Severity.INFO;
      case INFO, OFF -> Severity.OFF;
    };
  }
}
