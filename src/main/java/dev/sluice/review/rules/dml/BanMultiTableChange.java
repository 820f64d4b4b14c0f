package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One statement, several tables. */
public final class BanMultiTableChange implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-multi-table-change",
          Severity.WARNING,
          RuleInfo.MYSQL_FAMILY,
          "A statement changes one table",
          new Explanation(
              "UPDATE or DELETE that changes rows of several tables at once. A join that only"
                  + " chooses the rows is exempt.",
              "Rows of all tables are locked in an order that nobody chose, and which of them a"
                  + " condition leaves out is hard to see.",
              "Write a statement for each table."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    List<ObjectName> tables =
        scene.statement().actions().stream()
            .flatMap(BanMultiTableChange::changed)
            .distinct()
            .toList();
    Stretch tokens = Stretch.of(scene.statement());
    boolean change = tokens.at(0, "UPDATE") || tokens.at(0, "DELETE");
    String names = tables.stream().map(ObjectName::toString).collect(Collectors.joining(", "));
    return change && tables.size() > 1
        ? List.of(Problem.at(tokens.get(0).place(), "Changes %s in one statement", names))
        : List.of();
  }

  private static Stream<ObjectName> changed(Action action) {
    if (action instanceof Update update) {
      return Stream.of(update.table());
    }
    return action instanceof Delete delete ? Stream.of(delete.table()) : Stream.empty();
  }
}
