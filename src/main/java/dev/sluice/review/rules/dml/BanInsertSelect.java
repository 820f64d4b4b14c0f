package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.query.Queries;
import java.util.List;
import java.util.Locale;

/** Reading for a write locks what is read. */
public final class BanInsertSelect implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-insert-select",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "Large tables are not copied in one statement",
              new Explanation(
                  "INSERT … SELECT, REPLACE … SELECT and CREATE TABLE … SELECT from a table that"
                      + " was there before the change, unless the script sets READ COMMITTED"
                      + " before.",
                  "Under REPEATABLE READ the server locks every row that it reads, and the gaps"
                      + " between: writers of the source table wait until all is copied.",
                  "Copy in batches by the primary key, or SET TRANSACTION ISOLATION LEVEL READ"
                      + " COMMITTED first."))
          .infoOnSmallTables();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!copies(action) || readCommitted(scene)) {
      return List.of();
    }
    return Queries.tables(scene.statement(), scene.dialect()).stream()
        .filter(t -> !isTarget(action, t.table(), scene))
        .filter(t -> scene.table(t.table()).isPresent() && !scene.isNew(t.table()))
        .limit(1)
        .map(
            t ->
                Problem.at(
                        t.place(),
                        "Locks every row read from %s until it is copied",
                        scene.sized(t.table()))
                    .sized(scene.size(t.table())))
        .toList();
  }

  private static boolean copies(Action action) {
    return (action instanceof Insert insert && insert.fromSelect())
        || (action instanceof CreateTable table && table.origin() == CreateTable.Origin.AS_SELECT);
  }

  private static boolean isTarget(Action action, ObjectName table, Scene scene) {
    return action instanceof Insert insert
        && scene.table(insert.table()).equals(scene.table(table));
  }

  private static boolean readCommitted(Scene scene) {
    return scene.script().statementsBefore(scene.statement()).stream()
        .anyMatch(
            s ->
                s.tokens().get(0).is("SET")
                    && s.text().toUpperCase(Locale.ROOT).matches("(?s).*READ.COMMITTED.*"));
  }
}
