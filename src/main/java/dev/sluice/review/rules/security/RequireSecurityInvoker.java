package dev.sluice.review.rules.security;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Stretch;
import java.util.Optional;
import java.util.Set;

/** A view reads with the rights of its owner. */
public final class RequireSecurityInvoker extends RuleFor<CreateView> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-security-invoker",
          Severity.OFF,
          Set.of(Dialect.POSTGRESQL),
          "Views read with the rights of whoever asks",
          new Explanation(
              "CREATE VIEW without security_invoker, from PostgreSQL 15 on. Materialized views are"
                  + " exempt.",
              "The view reads as its owner: row security of the tables beneath does not hold for"
                  + " those who read the view.",
              "Say WITH (security_invoker = true)."));

  public RequireSecurityInvoker() {
    super(CreateView.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(CreateView create, Scene scene) {
    Stretch words = Stretch.of(scene.statement());
    boolean said = words.contains("SECURITY_INVOKER");
    if (create.materialized() || said || !scene.serverAtLeast(15, 0)) {
      return Optional.empty();
    }
    int as = words.indexOf("AS");
    Problem problem =
        Problem.at(create.place(), "View %s reads with the rights of its owner", create.view());
    boolean plain = as > 0 && !words.range(0, as).contains("WITH");
    return Optional.of(
        plain
            ? problem.withReplacement(
                Optional.of(
                    Rewording.behind(words.get(as - 1).place(), " WITH (security_invoker = true)")))
            : problem);
  }
}
