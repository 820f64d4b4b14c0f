package dev.sluice.review.rules.syntax;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.review.rule.ScriptRule;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import java.util.List;

/** A script that does nothing. */
public final class BanEmptyScript implements ScriptRule {
  private static final Position START = new Position(1, 1);
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-empty-script",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Scripts have statements",
          new Explanation(
              "A script without a statement: it is empty, or holds comments only.",
              "It is deployed and recorded, and nothing has happened.",
              "Write the statements, or take the file out of the change."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(ScriptFacts script, Options options) {
    boolean empty = script.script().statements().isEmpty() && script.script().problems().isEmpty();
    return empty
        ? List.of(Problem.at(new Place(0, 0, START, START), "The script has no statement"))
        : List.of();
  }
}
