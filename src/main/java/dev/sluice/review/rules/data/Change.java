package dev.sluice.review.rules.data;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.Optional;

/**
 * What a statement does to rows.
 *
 * @param verb for people, e.g. {@code UPDATE changes}
 * @param restricted says which rows
 */
record Change(String verb, Place place, ObjectName table, boolean restricted) {
  /** The first of its kind in the statement. */
  static Optional<Change> of(Statement statement) {
    return statement.actions().stream().flatMap(a -> of(a).stream()).findFirst();
  }

  private static Optional<Change> of(Action action) {
    if (action instanceof Action.Update update) {
      return Optional.of(
          new Change("UPDATE changes", update.place(), update.table(), update.restricted()));
    }
    if (action instanceof Action.Delete delete) {
      return Optional.of(
          new Change("DELETE removes", delete.place(), delete.table(), delete.restricted()));
    }
    return action instanceof Action.Insert insert && insert.fromSelect()
        ? Optional.of(new Change("INSERT adds", insert.place(), insert.table(), true))
        : Optional.empty();
  }
}
