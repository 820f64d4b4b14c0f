package dev.sluice.review.rules.data;

import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import java.util.List;
import java.util.Optional;

/** Many rows in one statement are one long transaction. */
public final class LimitAffectedRows implements StatementRule {
  private static final Option<Integer> ROWS =
      Option.number("rows", 10_000, "How many rows one statement may change");

  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-affected-rows",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "One statement changes a limited number of rows",
              new Explanation(
                  "UPDATE and DELETE with a condition, and INSERT … SELECT, that change more rows"
                      + " of the target than the limit. The rows are counted, or estimated by the"
                      + " planner where that would take long. Without a condition require-where"
                      + " speaks.",
                  "One long transaction: its rows stay locked until the commit, replicas fall"
                      + " behind, and a failure at the end takes everything back.",
                  "Write -- sluice: batch size=1000 on the line before an UPDATE or DELETE: Sluice"
                      + " cuts it into batches by key. Cut an INSERT … SELECT yourself, by ranges"
                      + " of the key."))
          .options(ROWS)
          .knownAs("bytebase STATEMENT_AFFECTED_ROW_LIMIT");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Optional<Change> change = Change.of(scene.statement());
    if (Batched.size(scene).isPresent()) {
      return batch(change, Batched.size(scene).getAsInt(), scene);
    }
    return change.filter(Change::restricted).stream()
        .flatMap(
            c ->
                scene.affected().stream()
                    .filter(a -> a.rows() > scene.option(ROWS))
                    .map(
                        a ->
                            Problem.at(c.place(), message(c, a, scene))
                                .withReplacement(Batched.offer(scene))))
        .toList();
  }

  /** A batch is a transaction of its own, so that the limit is about each of them. */
  private static List<Problem> batch(Optional<Change> change, int size, Scene scene) {
    int limit = scene.option(ROWS);
    return change.filter(c -> size > limit).stream()
        .map(c -> Problem.at(c.place(), "Batches of %s rows; the limit is %s", size, limit))
        .toList();
  }

  private static Message message(Change change, Answer.Affected affected, Scene scene) {
    return Message.of(
        "%s of %s; the limit is %s", change.of(affected), change.table(), scene.option(ROWS));
  }
}
