package dev.sluice.review;

import dev.sluice.sql.Place;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rule says about a place in a script.
 *
 * @param path the script's path in the repository
 * @param message one sentence with the names in it
 * @param effect what happens if it stays
 * @param remedy what to do instead
 * @param fingerprint the same while rule, file, statement text and occurrence are the same,
 *     whatever the line
 * @param unwaivable by whose word nobody may waive it; empty where people may
 */
public record Finding(
    RuleId rule,
    Severity severity,
    String path,
    Place place,
    String message,
    String effect,
    String remedy,
    Optional<Replacement> replacement,
    String fingerprint,
    Optional<Unwaivable> unwaivable) {
  public Finding {
    // those stored by an earlier version do not say
    unwaivable = Objects.requireNonNullElse(unwaivable, Optional.empty());
  }

  /** One that a person may waive. */
  public Finding(
      RuleId rule,
      Severity severity,
      String path,
      Place place,
      String message,
      String effect,
      String remedy,
      Optional<Replacement> replacement,
      String fingerprint) {
    this(
        rule,
        severity,
        path,
        place,
        message,
        effect,
        remedy,
        replacement,
        fingerprint,
        Optional.empty());
  }

  public Finding withoutReplacement() {
    return new Finding(
        rule,
        severity,
        path,
        place,
        message,
        effect,
        remedy,
        Optional.empty(),
        fingerprint,
        unwaivable);
  }

  Finding with(Optional<Unwaivable> now) {
    return new Finding(
        rule, severity, path, place, message, effect, remedy, replacement, fingerprint, now);
  }
}
