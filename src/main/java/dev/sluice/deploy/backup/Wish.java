package dev.sluice.deploy.backup;

import dev.sluice.deploy.backup.BackupPlan.NotPossible;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;

/**
 * What a statement takes away, before anything is known of the table.
 *
 * @param columns that an UPDATE sets or an ALTER TABLE drops, folded
 * @param refusal why it cannot be backed up whatever the table is like
 */
record Wish(
    What what, ObjectName table, List<String> columns, boolean cascade, Optional<String> refusal) {
  enum What {
    UPDATE,
    DELETE,
    TRUNCATE,
    DROP_TABLE,
    DROP_COLUMN
  }

  static Optional<Wish> of(Statement statement, Dialect dialect) {
    List<Wish> wishes =
        statement.actions().stream().flatMap(a -> of(a, statement).stream()).toList();
    if (wishes.isEmpty()) {
      return Optional.empty();
    }
    Wish first = wishes.get(0);
    boolean columnsOfOne =
        wishes.stream().allMatch(w -> w.what == What.DROP_COLUMN && w.table.equals(first.table));
    if (columnsOfOne) {
      List<String> all = wishes.stream().flatMap(w -> w.columns.stream()).toList();
      return Optional.of(new Wish(first.what, first.table, all, false, Optional.empty()));
    }
    return Optional.of(
        wishes.size() == 1 ? first : first.refused("one statement takes from several tables"));
  }

  private static Optional<Wish> of(Action action, Statement statement) {
    if (action instanceof Action.Update update) {
      return Optional.of(wish(What.UPDATE, update.table(), update.columns()));
    }
    if (action instanceof Action.Delete delete) {
      return Optional.of(wish(What.DELETE, delete.table(), List.of()));
    }
    if (action instanceof Action.Truncate truncate) {
      return Optional.of(
          new Wish(
              What.TRUNCATE, truncate.table(), List.of(), truncate.cascade(), Optional.empty()));
    }
    if (action instanceof Action.DropTable drop) {
      return Optional.of(
          new Wish(What.DROP_TABLE, drop.table(), List.of(), drop.cascade(), Optional.empty()));
    }
    if (action instanceof Action.DropColumn drop) {
      return Optional.of(wish(What.DROP_COLUMN, drop.table(), List.of(drop.column())));
    }
    if (action instanceof Action.Insert insert && overwrites(statement)) {
      return Optional.of(
          wish(What.UPDATE, insert.table(), List.of())
              .refused("which rows an upsert overwrites is not known before"));
    }
    return Optional.empty();
  }

  private static boolean overwrites(Statement statement) {
    Stretch all = Stretch.of(statement);
    return all.at(0, "REPLACE")
        || all.contains("OR", "REPLACE")
        || all.contains("DO", "UPDATE")
        || all.contains("ON", "DUPLICATE");
  }

  private static Wish wish(What what, ObjectName table, List<String> columns) {
    return new Wish(what, table, columns, false, Optional.empty());
  }

  private Wish refused(String why) {
    return new Wish(what, table, columns, cascade, Optional.of(why));
  }

  NotPossible not(String reason) {
    return new NotPossible(kind(), table, reason);
  }

  private BackupKind kind() {
    return switch (what) {
      case UPDATE -> BackupKind.UPDATED;
      case DELETE, TRUNCATE -> BackupKind.DELETED;
      case DROP_TABLE -> BackupKind.TABLE_ROWS;
      case DROP_COLUMN -> BackupKind.COLUMN;
    };
  }

  /** The target's letters may differ from how we fold them. */
  boolean isColumn(String name, Dialect dialect) {
    return columns.contains(dialect.fold(name, true));
  }
}
