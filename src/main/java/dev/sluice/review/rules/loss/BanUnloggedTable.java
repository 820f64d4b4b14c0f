package dev.sluice.review.rules.loss;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** A table that a crash empties. */
public final class BanUnloggedTable implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-unlogged-table",
          Severity.WARNING,
          Set.of(Dialect.POSTGRESQL),
          "Tables are logged",
          new Explanation(
              "CREATE UNLOGGED TABLE, SELECT INTO UNLOGGED and ALTER TABLE … SET UNLOGGED. Where that"
                  + " rewrites a table that is not small, ban-table-rewrite says both.",
              "A crash empties the table, and replicas and backups from the log do not have it.",
              "Leave out UNLOGGED; use a temporary table for what may be lost."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    int at = tokens.indexOf("UNLOGGED");
    boolean creates = at > 0 && (tokens.at(at - 1, "CREATE") || tokens.at(at - 1, "INTO"));
    boolean sets = at > 0 && tokens.at(0, "ALTER", "TABLE") && tokens.at(at - 1, "SET");
    if (!creates && !(sets && isOnlyLoss(scene))) {
      return List.of();
    }
    Place place = tokens.get(at).place();
    Problem problem = Problem.at(place, "The table is not logged: a crash empties it");
    return List.of(
        creates && tokens.at(at + 1, "TABLE")
            ? problem.replacing(place.to(tokens.get(at + 1).place()), "TABLE")
            : problem);
  }

  /** Whether the rewrite is over before anybody notices, so that only the loss is worth a word. */
  public static boolean tellsMore(OtherDdl ddl, Scene scene) {
    return ddl.detail().clause().equals("SET UNLOGGED")
        && ddl.name().filter(t -> !scene.isNew(t) && !scene.size(t).small()).isEmpty();
  }

  private static boolean isOnlyLoss(Scene scene) {
    return scene.statement().actions().stream()
        .anyMatch(a -> a instanceof OtherDdl ddl && tellsMore(ddl, scene));
  }
}
