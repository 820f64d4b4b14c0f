package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;

/** For houses in which the database decides. */
public final class BanOwnCharset implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-own-charset",
              Severity.OFF,
              RuleInfo.MYSQL_FAMILY,
              "Tables and columns take the character set of the database",
              new Explanation(
                  "CHARACTER SET or COLLATE in the definition of a table or column.",
                  "Texts of unlike character sets are converted in each comparison, without an"
                      + " index.",
                  "Leave it out."))
          .knownAs("bytebase TABLE_DISALLOW_SET_CHARSET", "bytebase COLUMN_DISALLOW_SET_CHARSET");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    boolean database =
        action instanceof Action.OtherDdl other && !other.objectType().startsWith("TABLE");
    return database
        ? List.of()
        : Charset.in(action, scene).stream()
            .map(c -> Problem.at(c.place(), "The database decides, not %s here", c.name()))
            .toList();
  }
}
