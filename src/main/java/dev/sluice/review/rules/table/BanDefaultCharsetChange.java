package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;

/** A change that changes nothing that is there. */
public final class BanDefaultCharsetChange implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-default-charset-change",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "A table changes its character set as a whole",
              new Explanation(
                  "ALTER TABLE … CHARACTER SET without CONVERT TO on a table that is there"
                      + " already.",
                  "Only columns that come later have the new character set; the texts that are"
                      + " there keep theirs.",
                  "Write CONVERT TO CHARACTER SET, which rewrites the table, or leave it."))
          .formerly("my-table-charset-only");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    boolean options =
        action instanceof Action.OtherDdl other
            && other.objectType().equals("TABLE OPTIONS")
            && other.name().filter(t -> !scene.isNew(t)).isPresent();
    return options
        ? Charset.in(action, scene).stream()
            .filter(c -> !c.collation())
            .map(
                c ->
                    Problem.at(
                        action.place(),
                        "Columns that are there keep their character set, not %s",
                        c.name()))
            .toList()
        : List.of();
  }
}
