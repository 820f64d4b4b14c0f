package dev.sluice.catalog;

import dev.sluice.sql.Place;
import java.util.Optional;

/**
 * Why an action cannot work on a catalog.
 *
 * @param place the name's or the clause's place in the file
 * @param objectType lower case, for people: {@code table}, {@code column}, {@code index} …
 * @param name as people should read it, e.g. {@code orders.totl}
 * @param nearest an existing name that was probably meant
 */
public record Conflict(
    Kind kind, Place place, String objectType, String name, Optional<String> nearest) {
  /** What is wrong. */
  public enum Kind {
    UNKNOWN,
    EXISTS
  }
}
