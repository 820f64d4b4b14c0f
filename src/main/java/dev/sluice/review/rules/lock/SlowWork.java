package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.TableReference;
import java.util.List;
import java.util.Optional;

/**
 * Work that takes long on the tables of today.
 *
 * @param words behind "this": {@code reads all of orders (120 M rows, 38 GB)}
 * @param sure whether it cannot be about a few rows only
 */
record SlowWork(Message words, boolean sure) {
  static Optional<SlowWork> of(Action action, Scene scene) {
    if (action instanceof Update update) {
      return rows(Message.of("updates"), update.table(), update.restricted(), scene);
    }
    if (action instanceof Delete delete) {
      return rows(Message.of("deletes"), delete.table(), delete.restricted(), scene);
    }
    boolean copies =
        (action instanceof Insert insert && insert.fromSelect())
            || (action instanceof CreateTable create
                && create.origin() == CreateTable.Origin.AS_SELECT);
    return copies ? reads(scene) : ofWholeTable(action, scene);
  }

  private static Optional<SlowWork> rows(
      Message verb, ObjectName table, boolean restricted, Scene scene) {
    if (!isLarge(table, scene) || (restricted && isLookup(table, scene))) {
      return Optional.empty();
    }
    Message words =
        restricted
            ? Message.of("%s rows of %s", verb, scene.sized(table))
            : Message.of("%s all of %s", verb, scene.sized(table));
    return Optional.of(new SlowWork(words, !restricted));
  }

  private static Optional<SlowWork> reads(Scene scene) {
    return Queries.tables(scene.statement(), scene.dialect()).stream()
        .map(TableReference::table)
        .filter(t -> isLarge(t, scene))
        .findFirst()
        .map(t -> new SlowWork(Message.of("copies rows of %s", scene.sized(t)), false));
  }

  private static Optional<SlowWork> ofWholeTable(Action action, Scene scene) {
    return scene.impact(action).work().growsWithTable()
        ? scene
            .impact(action)
            .table()
            .filter(t -> isLarge(t, scene))
            .map(t -> new SlowWork(Message.of("reads all of %s", scene.sized(t)), true))
        : Optional.empty();
  }

  /** Not known to be small, and not made by this change. */
  private static boolean isLarge(ObjectName table, Scene scene) {
    return !scene.isNew(table) && !scene.knowsMissing(table) && !scene.size(table).small();
  }

  /** Whether the condition compares a column for which there is an index with a value. */
  private static boolean isLookup(ObjectName table, Scene scene) {
    Optional<Table> known = scene.table(table);
    if (known.isEmpty()) {
      return true;
    }
    List<Token> condition =
        scene.statement().tokens().stream().dropWhile(t -> !t.is("WHERE")).toList();
    for (int i = 0; i + 1 < condition.size(); i++) {
      String name = condition.get(i).isName() ? condition.get(i).folded(scene.dialect()) : "";
      boolean compared = condition.get(i + 1).is("=") || condition.get(i + 1).is("IN");
      if (compared && isIndexed(name, known.get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIndexed(String column, Table table) {
    return table.indexes().stream()
        .anyMatch(i -> !i.columns().isEmpty() && i.columns().get(0).equals(column));
  }
}
