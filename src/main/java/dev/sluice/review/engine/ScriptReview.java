package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.language.Language;
import dev.sluice.probe.Answer;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.impact.Planner;
import dev.sluice.review.rule.AffectedRows;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Held;
import dev.sluice.review.rule.Inquiry;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.review.rule.ScriptRule;
import dev.sluice.review.rule.SyntaxRule;
import dev.sluice.review.rule.TrialRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The review of one script, gathered statement by statement. */
final class ScriptReview {
  private static final SyntaxJudge.Unknown TEMPLATE =
      new SyntaxJudge.Unknown("a placeholder is to be filled in before this is SQL");

  private final ScriptFacts facts;
  private final ActiveRules rules;
  private final SyntaxJudge judge;
  private final Mending mending;
  private final Planner planner;
  private final Inquiry inquiry;
  private final Language language;

  private final List<Found> found = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<SuppressedFinding> suppressed = new ArrayList<>();
  private final List<Blindspot> blindspots = new ArrayList<>();
  private final List<StatementPlan> plans = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private Catalog catalog;

  ScriptReview(ScriptUnderReview script, Catalog catalog, Reviewing reviewing) {
    this.facts = new ScriptFacts(script.path(), script.script());
    this.catalog = catalog;
    this.rules = reviewing.rules();
    this.judge = reviewing.judge();
    this.mending = reviewing.mending();
    this.planner = reviewing.planner();
    this.inquiry = reviewing.inquiry();
    this.language = reviewing.language();
  }

  ScriptReview run() {
    ParsedScript script = facts.script();
    script.problems().forEach(this::reviewSplit);
    rules.active(ScriptRule.class).forEach(this::reviewWhole);
    script.statements().forEach(this::review);
    new Suppressions(facts, rules, language).judge(found, blindspots, this::settle);
    findings.sort(Comparator.comparing(f -> f.place().start()));
    return this;
  }

  private void reviewWhole(ScriptRule rule) {
    rule.check(facts, rules.options(rule)).forEach(p -> add(rule, p, 0, textAt(p.place())));
  }

  private void reviewSplit(ParsedScript.Problem problem) {
    List<SyntaxRule> told = rules.active(SyntaxRule.class).toList();
    told.forEach(r -> add(r, r.check(problem), 0, textAt(problem.place())));
    if (told.isEmpty()) {
      blind(problem.place(), problem.message());
    }
  }

  private void review(Statement statement) {
    if (!facts.shares(statement)) {
      held.clear();
    }
    Scene scene = new Scene(statement, catalog, facts, List.copyOf(held), Options.DEFAULT, inquiry);
    Walk walk = Walk.of(statement, catalog);
    if (isBroken(statement)) {
      finish(walk, statement, Optional.empty());
      return;
    }
    SyntaxJudge.Verdict verdict = statement.isTemplate() ? TEMPLATE : judge.judge(statement);
    if (verdict instanceof SyntaxJudge.Invalid invalid) {
      refuse(statement, invalid);
      finish(walk, statement, Optional.empty());
    } else {
      if (verdict instanceof SyntaxJudge.Unknown unknown) {
        blind(statement.place(), unknown.reason());
      }
      look(scene, walk);
      finish(walk, statement, AffectedRows.of(statement, catalog, inquiry));
    }
  }

  /** The splitter has told it already; everything behind would be the same mistake again. */
  private boolean isBroken(Statement statement) {
    return facts.script().problems().stream()
        .map(p -> p.place().offset())
        .anyMatch(o -> o >= statement.place().offset() && o < statement.place().endOffset());
  }

  private void finish(Walk walk, Statement statement, Optional<Answer> affected) {
    StatementPlan plan = planner.plan(facts.path(), statement, catalog, facts.bulk(statement));
    List<String> unknowns = inquiry.takeUnknowns().stream().map(language::say).toList();
    plans.add(
        affected
            .filter(Answer.Affected.class::isInstance)
            .map(a -> planner.changing(((Answer.Affected) a).rows(), plan))
            .orElse(plan)
            .with(affected.flatMap(this::words), unknowns));
    inquiry.passed(facts.path(), statement, catalog);
    hold(walk, statement);
    catalog = walk.after();
  }

  /** Neighbours share a transaction; what must run alone, or ends one, leaves nothing behind. */
  private void hold(Walk walk, Statement statement) {
    if (!facts.shares(statement) || ScriptFacts.ends(statement)) {
      held.clear();
      return;
    }
    for (Step step : walk.steps()) {
      Held.by(step.action(), statement, step.before()).filter(this::isNews).ifPresent(held::add);
    }
  }

  /** Of the same kind of action on the same table the first says it all, but for constraints. */
  private boolean isNews(Held more) {
    return more.action() instanceof Action.AddConstraint
        || held.stream()
            .noneMatch(
                h ->
                    h.table().equals(more.table())
                        && h.impact().blocks() == more.impact().blocks()
                        && h.action().getClass() == more.action().getClass());
  }

  private Optional<String> words(Answer answer) {
    return answer instanceof Answer.Affected affected
        ? Optional.of(language.say(AffectedRows.words(affected)))
        : Optional.empty();
  }

  private void refuse(Statement statement, SyntaxJudge.Invalid invalid) {
    List<SyntaxRule> told = rules.active(SyntaxRule.class).toList();
    String text = Fingerprints.normalise(statement);
    told.forEach(
        r -> add(r, r.check(invalid, statement, catalog.dialect()), statement.number(), text));
    if (told.isEmpty()) {
      blind(statement.place(), "its syntax is not valid: " + invalid.message());
    }
  }

  private void look(Scene scene, Walk walk) {
    Statement statement = scene.statement();
    for (Action action : statement.actions()) {
      if (action instanceof Action.Unrecognised unrecognised) {
        blind(unrecognised.place(), unrecognised.reason());
      }
    }
    InnerReview inner = new InnerReview(scene, rules);
    inner.blindspots().forEach(b -> blind(b.place(), b.reason()));
    RuleRun run = new RuleRun(scene, rules, walk);
    String text = Fingerprints.normalise(statement);
    for (Rule rule : rules.active()) {
      List<Problem> problems = run.problems(rule);
      for (Problem problem : problems) {
        Problem tried = mending.tried(problem, rule, scene, problems.size());
        add(rule, tried, statement.number(), text);
      }
      inner.problems(rule, problems).forEach(p -> add(rule, p, statement.number(), text));
    }
    tellTrial(statement, text);
  }

  /** One finding per cause: not what another one has foretold. */
  private void tellTrial(Statement statement, String text) {
    boolean foretold =
        found.stream()
            .filter(f -> f.statement() == statement.number())
            .anyMatch(f -> f.rule().foretellsFailure() || refused(f.problem()));
    inquiry
        .failedAt(facts.path(), statement.number())
        .filter(t -> !foretold)
        .ifPresent(
            t ->
                rules
                    .active(TrialRule.class)
                    .forEach(r -> add(r, r.check(t, statement), statement.number(), text)));
  }

  private static boolean refused(Problem problem) {
    return problem.effect().filter(Dependence::foretold).isPresent();
  }

  private void add(Rule rule, Problem problem, int statement, String text) {
    found.add(new Found(rule, problem, statement, text));
  }

  private void blind(Place place, String reason) {
    blindspots.add(new Blindspot(facts.path(), place, language.text(reason)));
  }

  private String textAt(Place place) {
    String text = facts.script().text();
    int from = Math.min(place.offset(), text.length());
    return Fingerprints.normalise(text.substring(from, Math.min(place.endOffset(), text.length())));
  }

  private void settle(Finding finding, Optional<String> reason) {
    reason.ifPresentOrElse(
        r -> suppressed.add(new SuppressedFinding(finding, r)), () -> findings.add(finding));
  }

  Catalog catalogAfter() {
    return catalog;
  }

  List<Finding> findings() {
    return findings;
  }

  List<SuppressedFinding> suppressed() {
    return suppressed;
  }

  List<Blindspot> blindspots() {
    return blindspots;
  }

  List<StatementPlan> plans() {
    return HeldLocks.in(facts, catalog.dialect(), plans);
  }
}
