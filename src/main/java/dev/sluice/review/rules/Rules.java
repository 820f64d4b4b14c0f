package dev.sluice.review.rules;

import dev.sluice.review.rule.Rule;
import dev.sluice.review.rules.key.RequirePrimaryKey;
import dev.sluice.review.rules.loss.BanDropColumn;
import dev.sluice.review.rules.loss.BanDropTable;
import dev.sluice.review.rules.loss.BanTruncate;
import java.util.List;

/** What Sluice can find. A new rule is one class, its fixtures, and one line here. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          // keep sorted
          new BanDropColumn(), new BanDropTable(), new BanTruncate(), new RequirePrimaryKey());

  private Rules() {}

  /** Every rule, sorted by id. */
  public static List<Rule> all() {
    return ALL;
  }
}
