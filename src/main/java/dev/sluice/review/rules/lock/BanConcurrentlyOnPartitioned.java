package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateIndex;
import dev.sluice.sql.Action.DropIndex;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the server refuses should not wait for the deployment to be found out. */
public final class BanConcurrentlyOnPartitioned implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-concurrently-on-partitioned",
              Severity.ERROR,
              Set.of(Dialect.POSTGRESQL),
              "Indexes of partitioned tables are made partition by partition",
              new Explanation(
                  "CREATE INDEX CONCURRENTLY or DROP INDEX CONCURRENTLY on a partitioned table; ON"
                      + " ONLY does not help. Its partitions are exempt.",
                  "PostgreSQL refuses it (0A000).",
                  "CREATE INDEX … ON ONLY the partitioned table, CREATE INDEX CONCURRENTLY on each"
                      + " partition, then ALTER INDEX … ATTACH PARTITION. Drop it without"
                      + " CONCURRENTLY."))
          .knownAs("atlas PG108");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof CreateIndex create && create.concurrently()) {
      return partitioned(scene.table(create.table()))
          .map(
              t ->
                  Problem.at(
                      action.place(),
                      "%s is partitioned: its indexes cannot be built CONCURRENTLY",
                      t.name()))
          .toList();
    }
    return action instanceof DropIndex drop && drop.concurrently()
        ? partitioned(scene.catalog().tableOfIndex(drop))
            .map(
                t ->
                    Problem.at(
                        action.place(),
                        "%s is partitioned: its indexes cannot be dropped CONCURRENTLY",
                        t.name()))
            .toList()
        : List.of();
  }

  private static Stream<Table> partitioned(Optional<Table> table) {
    return table.filter(Table::partitioned).stream();
  }
}
