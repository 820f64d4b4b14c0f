package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.language.Language;
import dev.sluice.probe.Answers;
import dev.sluice.probe.Probe;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.NewRules;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.TargetReview;
import dev.sluice.review.impact.Planner;
import dev.sluice.review.rule.Doings;
import dev.sluice.review.rule.Inquiry;
import dev.sluice.review.rule.Rule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reviews scripts against one target. Pure: everything it knows is handed in. Immutable and safe
 * for use by several threads.
 */
public final class Reviewer {
  private final List<Rule> rules;
  private final Language language;
  private final SqlReader reader;

  /**
   * @param rules usually all of the catalogue; policies turn single ones off
   */
  public Reviewer(List<Rule> rules) {
    this(rules, Language.EN, new SqlReader());
  }

  private Reviewer(List<Rule> rules, Language language, SqlReader reader) {
    this.rules = List.copyOf(rules);
    this.language = language;
    this.reader = reader;
  }

  /** The same, with what it says in this language. */
  public Reviewer in(Language other) {
    return new Reviewer(rules, other, reader);
  }

  /** The same with more rules. */
  public Reviewer with(List<Rule> more) {
    return more.isEmpty()
        ? this
        : new Reviewer(Stream.concat(rules.stream(), more.stream()).toList(), language, reader);
  }

  /**
   * What a review says, and what it would like to know before it says it again.
   *
   * @param probes in order; those that were answered are among them
   */
  public record Asking(TargetReview review, Set<Probe> probes) {
    public Asking {
      probes = Collections.unmodifiableSet(new LinkedHashSet<>(probes));
    }
  }

  /** A review without a look at the target's rows. */
  public TargetReview review(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      Catalog catalog,
      SyntaxJudge judge,
      ReviewPolicy policy) {
    return review(target, scripts, catalog, judge, path -> policy);
  }

  /** The same, with a policy by a script's path. */
  public TargetReview review(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      Catalog catalog,
      SyntaxJudge judge,
      Function<String, ReviewPolicy> policies) {
    return review(target, scripts, new Seen(catalog, judge, Answers.NONE), policies).review();
  }

  /**
   * What a review knows of its target.
   *
   * @param catalog the target's schema now
   * @param answers to the probes of an earlier review
   */
  public record Seen(Catalog catalog, SyntaxJudge judge, Answers answers) {}

  /**
   * @param scripts in the order in which they will run
   * @param policies by a script's path; where they differ, the strictest {@code fail_on} holds for
   *     the target
   */
  public Asking review(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      Seen seen,
      Function<String, ReviewPolicy> policies) {
    Planner planner =
        new Planner(target.dialect(), target.name().environment(), target.production(), language);
    Inquiry inquiry = new Inquiry(seen.catalog(), seen.answers(), Doings.of(scripts));
    Map<ReviewPolicy, Reviewing> byPolicy = new HashMap<>();
    List<ScriptReview> reviews = new ArrayList<>();
    Catalog current = seen.catalog();
    for (ScriptUnderReview script : scripts) {
      ReviewPolicy policy = policies.apply(script.path());
      inquiry.allow(policy.probes().isPresent());
      Reviewing reviewing =
          byPolicy.computeIfAbsent(
              policy, p -> reviewing(target.dialect(), seen.judge(), p, planner, inquiry));
      ScriptReview review = new ScriptReview(script, current, reviewing).run();
      reviews.add(review);
      current = review.catalogAfter();
    }
    Severity failOn =
        byPolicy.keySet().stream()
            .map(ReviewPolicy::failOn)
            .min(Comparator.naturalOrder())
            .orElse(ReviewPolicy.DEFAULT.failOn());
    List<NewRules> newRules =
        byPolicy.values().stream().flatMap(r -> r.rules().newRules().stream()).distinct().toList();
    return new Asking(
        merge(target, scripts, reviews, planner, failOn)
            .with(newRules)
            .with(seen.answers().trial()),
        inquiry.asked());
  }

  private Reviewing reviewing(
      Dialect dialect, SyntaxJudge judge, ReviewPolicy policy, Planner planner, Inquiry inquiry) {
    ActiveRules active = new ActiveRules(rules, dialect, policy);
    Mending mending = new Mending(reader, judge, active);
    return new Reviewing(active, judge, mending, planner, inquiry, language);
  }

  private static TargetReview merge(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      List<ScriptReview> reviews,
      Planner planner,
      Severity failOn) {
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
        failOn,
        target.catalogNote());
  }
}
