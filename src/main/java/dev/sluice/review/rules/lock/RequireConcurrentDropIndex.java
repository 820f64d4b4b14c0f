package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.DropIndex;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** DROP INDEX is short, but it queues, and everybody queues behind it. */
public final class RequireConcurrentDropIndex extends RuleFor<DropIndex> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-concurrent-drop-index",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Indexes of existing tables are dropped CONCURRENTLY",
              new Explanation(
                  "DROP INDEX without CONCURRENTLY on a table that was there before the change. New"
                      + " and temporary tables, materialized views and partitioned tables, which"
                      + " cannot do it, are exempt.",
                  "ACCESS EXCLUSIVE on the table waits for every running query, and every new query"
                      + " waits behind it.",
                  "Use DROP INDEX CONCURRENTLY, one index per statement: Sluice runs it by itself,"
                      + " outside a transaction."))
          .infoOnSmallTables()
          .knownAs(
              "bytebase INDEX_CREATE_CONCURRENTLY",
              "squawk require-concurrent-index-deletion",
              "strong_migrations remove_index",
              "atlas PG102");

  public RequireConcurrentDropIndex() {
    super(DropIndex.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(DropIndex drop, Scene scene) {
    Optional<Table> table = scene.catalog().tableOfIndex(drop);
    boolean exempt =
        drop.concurrently()
            || drop.cascade()
            || table.filter(t -> isExempt(t, scene)).isPresent()
            || (table.isEmpty() && scene.catalog().read());
    return exempt ? Optional.empty() : Optional.of(problem(drop, table, scene));
  }

  private static boolean isExempt(Table table, Scene scene) {
    return table.partitioned()
        || scene.isNew(table.name())
        || scene.catalog().hasView(table.name());
  }

  private static Problem problem(DropIndex drop, Optional<Table> table, Scene scene) {
    Message where = table.map(t -> scene.sized(t.name())).orElseGet(() -> Message.of("its table"));
    Message message =
        Message.of("DROP INDEX %s locks out all readers and writers of %s", drop.index(), where);
    Problem problem = Problem.at(drop.place(), message);
    Problem sized = table.map(t -> problem.sized(scene.size(t.name()))).orElse(problem);
    boolean alone = scene.statement().actions().size() == 1;
    return alone && !scene.script().inOwnTransaction(scene.statement())
        ? sized.withReplacement(
            Rewording.behindKeyword(scene.statement(), "INDEX", " CONCURRENTLY"))
        : sized;
  }
}
