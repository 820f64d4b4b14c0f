package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables that scripts leave alone. */
public final class BanFrozenTable implements ActionRule {
  private static final Option<List<String>> DDL =
      Option.texts("ddl", List.of(), "Tables whose definition stays");
  private static final Option<List<String>> DML =
      Option.texts("dml", List.of(), "Tables whose rows stay");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-frozen-table",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Tables on the list are left alone",
              new Explanation(
                  "A statement that changes the definition or the rows of a table on the list for"
                      + " that; without lists it says nothing. A name without schema means the"
                      + " table in any schema.",
                  "The house has closed the table to scripts.",
                  "Talk to whoever keeps the list."))
          .options(DDL, DML)
          .knownAs("bytebase TABLE_DISALLOW_DDL", "bytebase TABLE_DISALLOW_DML");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Optional<ObjectName> rows = Touched.rows(action);
    Optional<ObjectName> definition = Touched.definition(action);
    return Stream.concat(
            rows
                .filter(t -> listed(t, scene.option(DML)))
                .map(t -> Problem.at(action.place(), "Rows of %s are not changed by scripts", t))
                .stream(),
            definition
                .filter(t -> listed(t, scene.option(DDL)))
                .map(t -> Problem.at(action.place(), "Table %s is not changed by scripts", t))
                .stream())
        .toList();
  }

  private static boolean listed(ObjectName table, List<String> tables) {
    return tables.stream()
        .anyMatch(t -> t.equalsIgnoreCase(table.name()) || t.equalsIgnoreCase(table.toString()));
  }
}
