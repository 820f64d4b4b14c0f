package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Constraint;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Assignments;
import dev.sluice.sql.query.Assignments.Assignment;
import dev.sluice.sql.query.Stretch;
import java.util.List;

/** Others know a row by its key. */
public final class BanUpdatePrimaryKey implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-update-primary-key",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Primary keys stay as they are",
          new Explanation(
              "UPDATE that sets a column of the primary key. Tables that the change itself"
                  + " created are exempt.",
              "Rows, caches and other systems that refer to the old key lose the row; MySQL"
                  + " moves the row in the table, and SQLite and PostgreSQL rewrite every index"
                  + " entry of it.",
              "Insert the row under its new key, move what refers to it, and delete the old"
                  + " one."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof Action.Update update) || scene.isNew(update.table())) {
      return List.of();
    }
    List<String> key =
        scene
            .table(update.table())
            .flatMap(t -> t.primaryKey())
            .map(Constraint::columns)
            .orElse(List.of());
    return Assignments.in(Stretch.of(scene.statement(), update.place()), scene.dialect()).stream()
        .filter(a -> key.contains(a.column()) && update.columns().contains(a.column()))
        .filter(a -> !toItself(a, scene))
        .map(
            a ->
                Problem.at(
                    a.name(), "Changes the primary key %s of %s", a.column(), update.table()))
        .toList();
  }

  private static boolean toItself(Assignment set, Scene scene) {
    Stretch value = set.value();
    return value.get(value.size() - 1).folded(scene.dialect()).equals(set.column())
        && value.size() <= 3;
  }
}
