package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.List;

/** Functions that a house does not want. */
public final class BanListedFunction implements ActionRule {
  private static final Option<List<String>> FUNCTIONS =
      Option.texts("functions", List.of(), "Functions that must not be called, without schema");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-listed-function",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Functions on the list are not called",
              new Explanation(
                  "A call of a function on the list; without a list it says nothing.",
                  "The house has decided against the function.",
                  "Do without it."))
          .options(FUNCTIONS)
          .knownAs("bytebase SYSTEM_FUNCTION_DISALLOWED_LIST");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    List<String> listed = scene.option(FUNCTIONS);
    return listed.isEmpty()
        ? List.of()
        : Call.in(Stretch.of(scene.statement(), action.place())).stream()
            .filter(c -> listed.stream().anyMatch(c.function()::equalsIgnoreCase))
            .map(c -> Problem.at(c.place(), "Function %s is not wanted", c.function()))
            .toList();
  }
}
