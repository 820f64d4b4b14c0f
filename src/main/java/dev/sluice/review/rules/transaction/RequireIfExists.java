package dev.sluice.review.rules.transaction;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.DropIndex;
import dev.sluice.sql.Action.DropTable;
import dev.sluice.sql.Action.DropView;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;

/** Twice is not worse than once. */
public final class RequireIfExists implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-if-exists",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Statements can run again",
              new Explanation(
                  "DROP TABLE, VIEW or INDEX without IF EXISTS, and CREATE TABLE or INDEX without"
                      + " IF NOT EXISTS where the engine has it. Sluice goes on where a failed"
                      + " script stopped, so this is off unless a policy turns it on.",
                  "Whoever runs the script again by hand after a failure is stopped by what is"
                      + " there already.",
                  "Write IF EXISTS or IF NOT EXISTS."))
          .knownAs("squawk prefer-robust-stmts");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Stretch tokens = Stretch.of(scene.statement());
    boolean exists =
        tokens.contains("IF", "EXISTS")
            || tokens.contains("IF", "NOT", "EXISTS")
            || tokens.contains("OR", "REPLACE");
    String clause = exists || tokens.at(0, "ALTER") ? "" : clause(action, scene.dialect());
    if (clause.isEmpty()) {
      return List.of();
    }
    int kind = tokens.find(0, Set.of("TABLE", "VIEW", "INDEX"));
    int behind = tokens.at(kind + 1, "CONCURRENTLY") ? kind + 1 : kind;
    Place place = tokens.range(0, behind + 1).place();
    return List.of(
        Problem.at(place, "Cannot run again: it has no %s", clause)
            .replacing(place, scene.text(place) + " " + clause));
  }

  private static String clause(Action action, Dialect dialect) {
    boolean mysql = dialect == Dialect.MYSQL;
    if (action instanceof DropTable || action instanceof DropView) {
      return "IF EXISTS";
    }
    if (action instanceof DropIndex drop) {
      return mysql || drop.table().isPresent() ? "" : "IF EXISTS";
    }
    if (action instanceof CreateTable create) {
      return create.origin() == CreateTable.Origin.COLUMNS ? "IF NOT EXISTS" : "";
    }
    return action instanceof Action.CreateIndex create && !mysql && create.name().isPresent()
        ? "IF NOT EXISTS"
        : "";
  }
}
