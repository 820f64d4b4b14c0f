package dev.sluice.review.rules.key;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.TableSize;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keys that are about to be used up. */
public final class LimitKeyRange implements ActionRule {
  private static final Option<Integer> PERCENT =
      Option.number("percent", 50, "How much of its range a key may have used, in percent");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-key-range",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Keys that count up have numbers left",
              new Explanation(
                  "An INSERT or a change of a table whose key counts up in a type of which the"
                      + " table's rows use up more than a half. Told once for each table and"
                      + " script; not where the script gives the key another type.",
                  "Numbers that were skipped or deleted count too, so that it is later than the"
                      + " rows tell. At the end of the range each INSERT fails.",
                  "Plan the change to bigint now: a new column, filled in batches, swapped in."))
          .options(PERCENT);

  /** The greatest number of each type. */
  private static final Map<String, Long> GREATEST =
      Map.of(
          "smallint", 32_767L,
          "integer", 2_147_483_647L,
          "int", 2_147_483_647L,
          "mediumint", 8_388_607L,
          "tinyint", 127L,
          "smallint unsigned", 65_535L,
          "int unsigned", 4_294_967_295L,
          "mediumint unsigned", 16_777_215L,
          "tinyint unsigned", 255L);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return touched(action)
        .filter(t -> first(t, action, scene))
        .flatMap(t -> scene.table(t).flatMap(known -> problem(t, known, action, scene)))
        .stream()
        .toList();
  }

  private static Optional<ObjectName> touched(Action action) {
    if (action instanceof Action.Insert insert) {
      return Optional.of(insert.table());
    }
    if (action instanceof Action.AddColumn add) {
      return Optional.of(add.table());
    }
    return action instanceof Action.CreateIndex index
        ? Optional.of(index.table())
        : Optional.empty();
  }

  /** Whether no statement before, and no clause before in this one, was about the table. */
  private static boolean first(ObjectName table, Action action, Scene scene) {
    return Stream.concat(
            scene.script().before(scene.statement()),
            scene.statement().actions().stream().takeWhile(a -> !a.equals(action)))
        .flatMap(a -> touched(a).stream())
        .noneMatch(table::equals);
  }

  private static Optional<Problem> problem(
      ObjectName written, Table table, Action action, Scene scene) {
    Optional<Column> key = key(table).filter(k -> !widened(table, k, scene));
    long greatest = key.map(k -> GREATEST.getOrDefault(k.type().name(), 0L)).orElse(0L);
    long rows = table.size().rows().orElse(0);
    if (greatest == 0 || rows * 100.0 / greatest < scene.option(PERCENT)) {
      return Optional.empty();
    }
    return key.map(
        k ->
            Problem.at(
                action.place(),
                "Key %s.%s is %s: %s use up %s percent of its %s numbers",
                written,
                k.name(),
                k.type().name(),
                TableSize.count(rows),
                Math.min(100, rows * 100 / greatest),
                greatest));
  }

  private static Optional<Column> key(Table table) {
    return table
        .primaryKey()
        .map(Constraint::columns)
        .filter(c -> c.size() == 1)
        .flatMap(c -> table.column(c.get(0)))
        .filter(c -> c.generation() == Generation.IDENTITY);
  }

  private static boolean widened(Table table, Column key, Scene scene) {
    return Stream.concat(
            scene.statement().actions().stream(), scene.script().after(scene.statement()))
        .anyMatch(a -> widens(a, table, key));
  }

  private static boolean widens(Action action, Table table, Column key) {
    if (action instanceof Action.AlterColumnType alter) {
      return alter.table().name().equals(table.name().name()) && alter.column().equals(key.name());
    }
    return action instanceof Action.ModifyColumn modify
        && modify.table().name().equals(table.name().name())
        && modify.column().equals(key.name());
  }
}
