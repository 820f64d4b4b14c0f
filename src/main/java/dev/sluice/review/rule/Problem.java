package dev.sluice.review.rule;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.sluice.language.Message;
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
    Message message,
    Optional<Message> effect,
    Optional<Message> remedy,
    Optional<Replacement> replacement,
    Optional<Severity> severity,
    Optional<TableSize> size) {
  /** The template is a constant; names are arguments. */
  @FormatMethod
  public static Problem at(Place place, @FormatString String template, Object... args) {
    return at(place, Message.of(template, args));
  }

  public static Problem at(Place place, Message message) {
    return new Problem(
        place,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @FormatMethod
  public Problem withEffect(@FormatString String template, Object... args) {
    return withEffect(Message.of(template, args));
  }

  public Problem withEffect(Message text) {
    return new Problem(place, message, Optional.of(text), remedy, replacement, severity, size);
  }

  @FormatMethod
  public Problem withRemedy(@FormatString String template, Object... args) {
    return withRemedy(Message.of(template, args));
  }

  public Problem withRemedy(Message text) {
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
