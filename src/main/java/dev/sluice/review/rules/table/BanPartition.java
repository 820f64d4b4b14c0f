package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** For houses that do without partitions. */
public final class BanPartition implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-partition",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Tables are not partitioned",
              new Explanation(
                  "CREATE TABLE … PARTITION BY, or ALTER TABLE … PARTITION BY.",
                  "Unique keys must hold the partition key, and queries without it read all partitions.",
                  "Leave PARTITION BY out."))
          .formerly("forbid-partitioning")
          .knownAs("bytebase TABLE_DISALLOW_PARTITION");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    boolean table =
        (action instanceof CreateTable create && !create.temporary())
            || (action instanceof Action.OtherDdl other && other.verb().equals("PARTITION"));
    Stretch words = Stretch.of(scene.statement(), action.place());
    int at = table ? words.indexOf("PARTITION", "BY") : -1;
    return at < 0
        ? List.of()
        : List.of(Problem.at(words.range(at, at + 2).place(), "The table is partitioned"));
  }
}
