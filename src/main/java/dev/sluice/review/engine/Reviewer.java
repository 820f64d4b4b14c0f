package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.TargetReview;
import dev.sluice.review.impact.Planner;
import dev.sluice.review.rule.Rule;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reviews scripts against one target. Pure: everything it knows is handed in. Immutable and safe
 * for use by several threads.
 */
public final class Reviewer {
  private final List<Rule> rules;
  private final SqlReader reader = new SqlReader();

  /**
   * @param rules usually all of the catalogue; policies turn single ones off
   */
  public Reviewer(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * @param scripts in the order in which they will run
   * @param catalog the target's schema now
   */
  public TargetReview review(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      Catalog catalog,
      SyntaxJudge judge,
      ReviewPolicy policy) {
    Planner planner =
        new Planner(target.dialect(), target.name().environment(), target.production());
    ActiveRules active = new ActiveRules(rules, target.dialect(), policy);
    Reviewing reviewing = new Reviewing(active, judge, new Mending(reader, judge, active), planner);
    List<ScriptReview> reviews = new ArrayList<>();
    Catalog current = catalog;
    for (ScriptUnderReview script : scripts) {
      ScriptReview review = new ScriptReview(script, current, reviewing).run();
      reviews.add(review);
      current = review.catalogAfter();
    }
    return merge(target, scripts, reviews, planner, policy);
  }

  private static TargetReview merge(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      List<ScriptReview> reviews,
      Planner planner,
      ReviewPolicy policy) {
    List<Finding> findings = reviews.stream().flatMap(r -> r.findings().stream()).toList();
    List<SuppressedFinding> suppressed =
        reviews.stream().flatMap(r -> r.suppressed().stream()).toList();
    List<Blindspot> blindspots = reviews.stream().flatMap(r -> r.blindspots().stream()).toList();
    List<StatementPlan> plans = reviews.stream().flatMap(r -> r.plans().stream()).toList();
    return new TargetReview(
        target.name(),
        findings,
        suppressed,
        blindspots,
        plans,
        planner.assess(plans),
        ChangeKinds.of(scripts.stream().map(ScriptUnderReview::script).toList()),
        policy.failOn(),
        target.catalogNote());
  }
}
