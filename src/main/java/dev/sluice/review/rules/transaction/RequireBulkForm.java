package dev.sluice.review.rules.transaction;

import dev.sluice.bulk.BatchKey;
import dev.sluice.bulk.BatchWish;
import dev.sluice.bulk.BulkCheck;
import dev.sluice.bulk.BulkDirective;
import dev.sluice.bulk.NotSplittable;
import dev.sluice.bulk.Splittable;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.review.rule.ScriptRule;
import dev.sluice.review.rule.StatementRule;
import java.util.List;
import java.util.Optional;

/** What the deployment would refuse should be known before it. */
public final class RequireBulkForm implements StatementRule, ScriptRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-bulk-form",
          Severity.ERROR,
          RuleInfo.ALL_ENGINES,
          "A statement with a batch or online comment can be done so",
          new Explanation(
              "-- sluice: batch before anything but an UPDATE or DELETE of one table with a usable"
                  + " key: joins, ORDER BY, LIMIT, RETURNING, subqueries on the same table, a"
                  + " condition that changes with the clock, a key that the statement itself sets."
                  + " -- sluice: online before anything but an ALTER TABLE of MySQL or MariaDB, or"
                  + " one that adds a unique key. Comments that stand before no statement, and"
                  + " options that Sluice does not know.",
              "The deployment refuses it: half of it would be another change.",
              "Take the comment out, or write the statement so that it changes rows of one table by"
                  + " values that stay the same."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(ScriptFacts script, Options options) {
    return BulkCheck.of(script.script()).stream()
        .filter(o -> o.statement() == 0)
        .map(o -> Problem.at(o.place(), said(o.words())))
        .toList();
  }

  @Override
  public List<Problem> check(Scene scene) {
    return scene.bulk().flatMap(b -> objection(b, scene)).stream()
        .map(words -> Problem.at(scene.statement().place(), said(words)))
        .toList();
  }

  private static Optional<String> objection(BulkDirective bulk, Scene scene) {
    return BulkCheck.objection(bulk, scene.statement(), scene.dialect())
        .or(() -> bulk.kind() == BulkDirective.Kind.BATCH ? key(bulk, scene) : Optional.empty());
  }

  private static Optional<String> key(BulkDirective bulk, Scene scene) {
    List<String> wanted = BatchWish.parse(bulk.rest()).key();
    return Splittable.of(scene.statement(), scene.dialect())
        .split()
        .flatMap(
            s ->
                scene
                    .table(s.table())
                    .flatMap(t -> BatchKey.of(t, wanted, s.sets(), scene.dialect()).reason()))
        .map(NotSplittable::words);
  }

  private static Message said(String words) {
    return Message.text(words.substring(0, words.length() - 1));
  }
}
