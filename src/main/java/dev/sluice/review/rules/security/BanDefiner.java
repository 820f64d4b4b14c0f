package dev.sluice.review.rules.security;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Somebody who may not exist there. */
public final class BanDefiner implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-definer",
          Severity.WARNING,
          RuleInfo.MYSQL_FAMILY,
          "Views and routines name no definer",
          new Explanation(
              "CREATE or ALTER VIEW, PROCEDURE, FUNCTION, TRIGGER or EVENT with DEFINER = an"
                  + " account other than CURRENT_USER.",
              "On a server without that account every use fails; with it, callers act with rights"
                  + " that are not theirs.",
              "Leave DEFINER out, or write CURRENT_USER; SQL SECURITY INVOKER keeps to the caller's"
                  + " rights."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    int at = tokens.indexOf("DEFINER", "=");
    boolean defines = tokens.at(0, "CREATE") || tokens.at(0, "ALTER");
    if (!defines
        || at < 0
        || at > 12
        || tokens.isOneOf(at + 2, Set.of("CURRENT_USER", "CURRENT_ROLE"))) {
      return List.of();
    }
    int end = at + 3;
    while (end < tokens.size() && tokens.get(end).text().startsWith("@")) {
      end += tokens.get(end).text().length() == 1 ? 2 : 1;
    }
    Place account = tokens.range(at + 2, Math.min(end, tokens.size())).place();
    return List.of(
        Problem.at(
                tokens.get(at).place().to(account),
                "Is bound to the account %s",
                scene.text(account))
            .replacing(account, "CURRENT_USER"));
  }
}
