package dev.sluice.review.rules.transaction;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.query.Stretch;
import java.util.List;

/** The rest goes elsewhere. */
public final class BanDatabaseSwitch implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-database-switch",
          Severity.WARNING,
          RuleInfo.MYSQL_FAMILY,
          "Scripts stay in their database",
          new Explanation(
              "USE of a database.",
              "What follows runs in another database than the one that the script was reviewed for,"
                  + " and so do the scripts after it in the same session.",
              "Leave it out, and map the script to the database that it is for."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    return tokens.at(0, "USE") && tokens.size() == 2
        ? List.of(Problem.at(tokens.place(), "Switches to database %s", tokens.get(1).unquoted()))
        : List.of();
  }
}
