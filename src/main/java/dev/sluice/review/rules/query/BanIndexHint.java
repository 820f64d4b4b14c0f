package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The planner of today is not that of tomorrow. */
public final class BanIndexHint implements StatementRule {
  private static final Set<String> HINTS = Set.of("USE", "FORCE", "IGNORE");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-index-hint",
          Severity.OFF,
          RuleInfo.MYSQL_FAMILY,
          "Queries leave the plan to the server",
          new Explanation(
              "USE INDEX, FORCE INDEX, IGNORE INDEX and STRAIGHT_JOIN. Off unless a policy turns it"
                  + " on.",
              "The query fails when the index goes, and keeps a plan that was good for the data of"
                  + " that day.",
              "Leave the hint out, and mend statistics or indexes."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    return IntStream.range(0, tokens.size())
        .filter(i -> hint(tokens, i))
        .mapToObj(
            i ->
                Problem.at(
                    tokens.get(i).place(),
                    "%s decides the plan",
                    tokens.get(i).text().toUpperCase(Locale.ROOT)))
        .toList();
  }

  private static boolean hint(Stretch tokens, int at) {
    boolean index = tokens.at(at + 1, "INDEX") || tokens.at(at + 1, "KEY");
    boolean list = tokens.at(at + 2, "(") || tokens.at(at + 2, "FOR");
    return tokens.at(at, "STRAIGHT_JOIN") || (tokens.isOneOf(at, HINTS) && index && list);
  }
}
