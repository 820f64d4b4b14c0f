package dev.sluice.review.rules.query;

import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.AffectedRows;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Truth;
import java.util.List;

/** One forgotten line changes every row. */
public final class RequireWhere implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-where",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "UPDATE and DELETE say which rows",
              new Explanation(
                  "UPDATE or DELETE without a WHERE or join condition, or with one that is always"
                      + " true: 1 = 1, id = id, IS NOT NULL of a column that is never NULL. Tables"
                      + " that the change itself created are exempt.",
                  "Every row is changed or gone, and stays locked until the commit.",
                  "Add a WHERE. Where that still means many rows, write -- sluice: batch size=1000"
                      + " on the line before it: Sluice cuts it into batches by key."))
          .infoOnSmallTables()
          .formerly("dml-without-where")
          .knownAs("bytebase STATEMENT_WHERE_REQUIRE_UPDATE_DELETE");

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
    if (action instanceof Update update) {
      boolean all = !update.restricted() || Where.of(action, scene) == Truth.ALWAYS;
      return all
          ? everyRow(Message.of("UPDATE changes"), update.place(), update.table(), scene)
          : List.of();
    }
    if (action instanceof Delete delete) {
      boolean all = !delete.restricted() || Where.of(action, scene) == Truth.ALWAYS;
      return all
          ? everyRow(Message.of("DELETE removes"), delete.place(), delete.table(), scene)
          : List.of();
    }
    return List.of();
  }

  private static List<Problem> everyRow(Message verb, Place place, ObjectName table, Scene scene) {
    if (scene.isNew(table)) {
      return List.of();
    }
    Message all = Message.of("%s every row of %s", verb, scene.sized(table));
    Message message =
        scene
            .affected()
            .filter(Answer.Affected::counted)
            .map(a -> Message.of("%s, counted: %s", all, AffectedRows.words(a)))
            .orElse(all);
    return List.of(Problem.at(place, message).sized(scene.size(table)));
  }
}
