package dev.sluice.review;

import dev.sluice.sql.Place;
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
    String fingerprint) {
  public Finding withoutReplacement() {
    return new Finding(
        rule, severity, path, place, message, effect, remedy, Optional.empty(), fingerprint);
  }
}
