package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The planner guesses until somebody counts. */
public final class RequireAnalyze implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-analyze",
          Severity.INFO,
          Set.of(Dialect.POSTGRESQL),
          "Statistics are made anew where a change loses them",
          new Explanation(
              "A type change that rewrites a large table, or an index on an expression of one,"
                  + " without ANALYZE of the table later in the script.",
              "The planner knows nothing of the column or the expression until autovacuum comes by,"
                  + " and may choose bad plans meanwhile.",
              "Say ANALYZE table at the end, in a script of its own where the rewrite is in a"
                  + " transaction."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return losing(action, scene)
        .filter(t -> scene.table(t).isPresent() && !scene.isNew(t) && scene.size(t).large())
        .filter(t -> scene.size(t).known() && !analyzedLater(t, scene))
        .map(t -> Problem.at(action.place(), "%s has no statistics afterwards", scene.sized(t)))
        .stream()
        .toList();
  }

  private static Optional<ObjectName> losing(Action action, Scene scene) {
    if (action instanceof Action.AlterColumnType alter
        && scene.impact(alter).work() == Work.REWRITE) {
      return Optional.of(alter.table());
    }
    return action instanceof Action.CreateIndex index && onExpression(index, scene)
        ? Optional.of(index.table())
        : Optional.empty();
  }

  private static boolean onExpression(Action.CreateIndex index, Scene scene) {
    return scene
        .table(index.table())
        .filter(t -> index.columns().stream().anyMatch(c -> t.column(c).isEmpty()))
        .isPresent();
  }

  private static boolean analyzedLater(ObjectName table, Scene scene) {
    return scene
        .script()
        .after(scene.statement())
        .anyMatch(
            a ->
                a instanceof OtherDdl ddl
                    && ddl.verb().equals("ANALYZE")
                    && ddl.name().map(n -> n.name().equals(table.name())).orElse(true));
  }
}
