package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** REPLACE deletes first. */
public final class BanReplaceInto implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-replace-into",
          Severity.WARNING,
          Set.of(Dialect.MYSQL, Dialect.MARIADB, Dialect.SQLITE),
          "Rows are updated, not replaced",
          new Explanation(
              "REPLACE, and SQLite's INSERT OR REPLACE, into a table that was there before the"
                  + " change.",
              "The row that is there is deleted and a new one inserted: columns that the statement"
                  + " leaves out lose their values, ON DELETE actions fire, and the counter moves"
                  + " on.",
              "Insert, and update what is there: ON DUPLICATE KEY UPDATE in MySQL, ON CONFLICT … DO"
                  + " UPDATE in SQLite."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof Insert insert) || scene.isNew(insert.table())) {
      return List.of();
    }
    Stretch tokens = Stretch.of(scene.statement(), insert.place());
    boolean replaces = tokens.at(0, "REPLACE") || tokens.at(0, "INSERT", "OR", "REPLACE");
    if (!replaces) {
      return List.of();
    }
    Place verb = tokens.range(0, tokens.at(0, "REPLACE") ? 1 : 3).place();
    return List.of(
        Problem.at(
                verb,
                "REPLACE deletes the row of %s that has the key, and inserts another",
                insert.table())
            .withReplacement(updated(insert, tokens, verb, scene)));
  }

  /** The same rows as an upsert, where there is one key only and every column is named. */
  private static Optional<Replacement> updated(
      Insert insert, Stretch tokens, Place verb, Scene scene) {
    Optional<Table> table = scene.table(insert.table());
    Optional<InsertForm> form = InsertForm.of(tokens);
    List<String> key = table.flatMap(Table::primaryKey).map(Constraint::columns).orElse(List.of());
    boolean oneKey =
        table
            .filter(t -> t.indexes().stream().noneMatch(i -> i.unique() && !i.primary()))
            .isPresent();
    List<String> others = insert.columns().stream().filter(c -> !key.contains(c)).toList();
    boolean fits =
        oneKey
            && insert.columns().containsAll(key)
            && !key.isEmpty()
            && !others.isEmpty()
            && form.filter(f -> !f.rows().isEmpty()).isPresent();
    if (!fits) {
      return Optional.empty();
    }
    Place whole = tokens.place();
    String rest = scene.text(whole).substring(verb.length());
    String into = tokens.contains("INTO") ? "INSERT" : "INSERT INTO";
    return Optional.of(new Replacement(whole, into + rest + tail(key, others, scene.dialect())));
  }

  private static String tail(List<String> key, List<String> columns, Dialect dialect) {
    boolean sqlite = dialect == Dialect.SQLITE;
    String sets =
        columns.stream()
            .map(c -> Rewording.quoted(c, dialect))
            .map(c -> c + " = " + (sqlite ? "excluded." + c : "VALUES(" + c + ")"))
            .collect(Collectors.joining(", "));
    return sqlite
        ? " ON CONFLICT ("
            + key.stream().map(c -> Rewording.quoted(c, dialect)).collect(Collectors.joining(", "))
            + ") DO UPDATE SET "
            + sets
        : " ON DUPLICATE KEY UPDATE " + sets;
  }
}
