package dev.sluice.review.rules.dml;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A lock that nobody uses. */
public final class BanLockingRead implements StatementRule {
  private static final Set<String> MODES = Set.of("UPDATE", "SHARE", "NO", "KEY");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-locking-read",
          Severity.WARNING,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Scripts lock no rows only to read them",
          new Explanation(
              "SELECT … FOR UPDATE, FOR SHARE or LOCK IN SHARE MODE at the top of a script. A"
                  + " locking query inside a statement that changes rows is exempt: it takes a"
                  + " batch.",
              "The rows stay locked until the transaction ends, and everybody who changes them"
                  + " waits.",
              "Leave the query out, or put it into the statement that changes the rows."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    boolean onlyReads =
        scene.statement().actions().stream().allMatch(Action.Select.class::isInstance);
    Stretch tokens = Stretch.of(scene.statement());
    if (!onlyReads) {
      return List.of();
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean locks = tokens.at(i, "FOR") && tokens.isOneOf(i + 1, MODES);
      if (locks || tokens.at(i, "LOCK", "IN", "SHARE")) {
        Place place = tokens.range(i, tokens.findOrEnd(i + 1, Set.of(")"))).place();
        return List.of(
            Problem.at(
                place,
                "Rows are locked by %s and not changed",
                scene.text(place).toUpperCase(Locale.ROOT)));
      }
    }
    return List.of();
  }
}
