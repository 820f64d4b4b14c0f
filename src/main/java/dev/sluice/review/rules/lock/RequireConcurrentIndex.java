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
import dev.sluice.sql.Action.CreateIndex;
import dev.sluice.sql.Dialect;
import java.util.Optional;
import java.util.Set;

/** A plain index build keeps writers out until it is done. */
public final class RequireConcurrentIndex extends RuleFor<CreateIndex> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-concurrent-index",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Indexes on existing tables are built CONCURRENTLY",
              new Explanation(
                  "CREATE INDEX without CONCURRENTLY on a table that was there before the change."
                      + " New and temporary tables and materialized views are exempt, and ON ONLY a"
                      + " partitioned table.",
                  "The SHARE lock blocks INSERT, UPDATE and DELETE for the whole build.",
                  "Use CREATE INDEX CONCURRENTLY: Sluice runs it by itself, outside a"
                      + " transaction."))
          .infoOnSmallTables()
          .formerly("pg-index-not-concurrent")
          .knownAs(
              "bytebase INDEX_CREATE_CONCURRENTLY",
              "squawk require-concurrent-index-creation",
              "strong_migrations add_index",
              "atlas PG101");
  private static final Message PARTITIONED =
      Message.of(
          "Create the index ON ONLY the partitioned table, build one CONCURRENTLY on each"
              + " partition, and attach them.");

  public RequireConcurrentIndex() {
    super(CreateIndex.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(CreateIndex index, Scene scene) {
    boolean growing = scene.impact(index).work().growsWithTable();
    if (index.concurrently() || !growing || isInNobodysWay(index, scene)) {
      return Optional.empty();
    }
    Message name =
        index
            .name()
            .map(n -> Message.of("Index %s", n.name()))
            .orElseGet(() -> Message.of("An index"));
    Message message =
        Message.of("%s is built while writes to %s wait", name, scene.sized(index.table()));
    Problem problem = Problem.at(index.place(), message).sized(scene.size(index.table()));
    if (scene.table(index.table()).filter(Table::partitioned).isPresent()) {
      return Optional.of(problem.withRemedy(PARTITIONED));
    }
    if (scene.script().inOwnTransaction(scene.statement())) {
      return Optional.of(problem);
    }
    return Optional.of(
        problem.withReplacement(
            Rewording.behindKeyword(scene.statement(), "INDEX", " CONCURRENTLY")));
  }

  /** Nobody writes to what is new, nor to a materialized view. */
  private static boolean isInNobodysWay(CreateIndex index, Scene scene) {
    return scene.isNew(index.table()) || scene.catalog().hasView(index.table());
  }
}
