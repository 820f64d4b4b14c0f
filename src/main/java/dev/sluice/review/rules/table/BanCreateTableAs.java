package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable.Origin;
import java.util.Optional;

/** A table that a query defines. */
public final class BanCreateTableAs extends RuleFor<Action.CreateTable> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-create-table-as",
          Severity.OFF,
          RuleInfo.ALL_ENGINES,
          "Tables are defined, not copied from a query",
          new Explanation(
              "CREATE TABLE … AS SELECT, and SELECT … INTO a table. Temporary tables are exempt.",
              "The table has no key, no constraint, no index and no default, and its types are"
                  + " those that the query happens to have.",
              "Define the table, then fill it with INSERT … SELECT."));

  public BanCreateTableAs() {
    super(Action.CreateTable.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(Action.CreateTable action, Scene scene) {
    return action.origin() == Origin.AS_SELECT && !action.temporary()
        ? Optional.of(
            Problem.at(action.place(), "Table %s is what a query returns", action.table()))
        : Optional.empty();
  }
}
