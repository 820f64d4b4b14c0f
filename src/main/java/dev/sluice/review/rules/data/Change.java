package dev.sluice.review.rules.data;

import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.review.rule.AffectedRows;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.Optional;

/**
 * What a statement does to rows.
 *
 * @param kind what happens to the rows
 * @param restricted says which rows
 */
record Change(Kind kind, Place place, ObjectName table, boolean restricted) {
  /** The kinds of statements that change rows. */
  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /** For messages: {@code UPDATE changes 12 rows}. */
  Message of(Answer.Affected affected) {
    Message rows = AffectedRows.words(affected);
    return switch (kind) {
      case INSERT -> Message.of("INSERT adds %s", rows);
      case UPDATE -> Message.of("UPDATE changes %s", rows);
      case DELETE -> Message.of("DELETE removes %s", rows);
    };
  }

  /** The first of its kind in the statement. */
  static Optional<Change> of(Statement statement) {
    return statement.actions().stream().flatMap(a -> of(a).stream()).findFirst();
  }

  private static Optional<Change> of(Action action) {
    if (action instanceof Action.Update update) {
      return Optional.of(
          new Change(Kind.UPDATE, update.place(), update.table(), update.restricted()));
    }
    if (action instanceof Action.Delete delete) {
      return Optional.of(
          new Change(Kind.DELETE, delete.place(), delete.table(), delete.restricted()));
    }
    return action instanceof Action.Insert insert && insert.fromSelect()
        ? Optional.of(new Change(Kind.INSERT, insert.place(), insert.table(), true))
        : Optional.empty();
  }
}
