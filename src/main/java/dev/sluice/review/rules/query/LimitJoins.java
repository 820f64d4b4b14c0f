package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Each join multiplies the ways to run a query. */
public final class LimitJoins implements StatementRule {
  private static final Set<String> JOINS = Set.of("JOIN", "STRAIGHT_JOIN");
  private static final Option<Integer> MOST =
      Option.number("joins", 5, "How many joins a statement may have");
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-joins",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "A statement has only so many joins",
              new Explanation(
                  "More JOINs in one statement than the policy allows, 5 by default.",
                  "Planners try the orders of only so many tables and guess from there on; locks of"
                      + " a change are held on every one of them.",
                  "Split the work, or keep parts of it in a temporary table."))
          .options(MOST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    List<Token> joins =
        Stretch.of(scene.statement()).tokens().stream().filter(t -> t.isOneOf(JOINS)).toList();
    int most = scene.option(MOST);
    return joins.size() <= most
        ? List.of()
        : List.of(
            Problem.at(
                joins.get(most).place(),
                "%s joins in one statement; at most %s",
                joins.size(),
                most));
  }
}
