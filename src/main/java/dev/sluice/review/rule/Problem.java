package dev.sluice.review.rule;

import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.TableSize;
import dev.sluice.sql.Place;
import java.util.Optional;

/**
 * What a rule found.
 *
 * @param message one sentence with the names in it, without full stop
 * @param effect replaces the rule's own sentence
 * @param remedy replaces the rule's own sentence
 * @param replacement offered only after it was read and reviewed again
 * @param severity replaces the rule's own severity, not the policy's
 * @param size of the table that it depends on
 */
public record Problem(
    Place place,
    String message,
    Optional<String> effect,
    Optional<String> remedy,
    Optional<Replacement> replacement,
    Optional<Severity> severity,
    Optional<TableSize> size) {
  public static Problem at(Place place, String message) {
    return new Problem(
        place,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Problem withEffect(String text) {
    return new Problem(place, message, Optional.of(text), remedy, replacement, severity, size);
  }

  public Problem withRemedy(String text) {
    return new Problem(place, message, effect, Optional.of(text), replacement, severity, size);
  }

  public Problem replacing(Place what, String text) {
    return withReplacement(Optional.of(new Replacement(what, text)));
  }

  public Problem withReplacement(Optional<Replacement> offer) {
    return new Problem(place, message, effect, remedy, offer, severity, size);
  }

  public Problem as(Severity ownSeverity) {
    return new Problem(place, message, effect, remedy, replacement, Optional.of(ownSeverity), size);
  }

  public Problem sized(TableSize tableSize) {
    return new Problem(
        place, message, effect, remedy, replacement, severity, Optional.of(tableSize));
  }
}
