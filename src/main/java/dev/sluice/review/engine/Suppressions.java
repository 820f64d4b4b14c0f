package dev.sluice.review.engine;

import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Unwaivable;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.review.rule.SuppressionRule;
import dev.sluice.review.rule.SuppressionUse;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Turns what was found into findings: waived by a comment of the script, or not. */
final class Suppressions {
  private final ScriptFacts facts;
  private final ActiveRules rules;
  private final Language language;
  private final Fingerprints fingerprints;
  private final List<Suppression> suppressions;

  Suppressions(ScriptFacts facts, ActiveRules rules, Language language) {
    this.facts = facts;
    this.rules = rules;
    this.language = language;
    this.fingerprints = new Fingerprints(facts.path());
    this.suppressions = Suppression.in(facts.script());
  }

  /**
   * @param out takes each finding, with the reason that waives it
   */
  void judge(
      List<Found> found, List<Blindspot> blindspots, BiConsumer<Finding, Optional<String>> out) {
    for (Found one : found) {
      Optional<String> reason =
          suppressions.stream().filter(s -> s.covers(one)).map(Suppression::reason).findFirst();
      Finding finding = finding(one, reason.isPresent());
      out.accept(finding, finding.unwaivable().isPresent() ? Optional.empty() : reason);
    }
    for (Suppression suppression : suppressions) {
      about(suppression, found, blindspots)
          .forEach(one -> out.accept(finding(one, false), Optional.empty()));
    }
  }

  private List<Found> about(
      Suppression suppression, List<Found> found, List<Blindspot> blindspots) {
    SuppressionUse use =
        new SuppressionUse(
            suppression.directive().place(),
            suppression.reason(),
            suppression.rules().stream().filter(r -> !rules.known(r)).toList(),
            unused(suppression, found, blindspots),
            rules.ids());
    String text = "ignore " + Fingerprints.normalise(suppression.directive().rest());
    List<Found> about = new ArrayList<>();
    rules
        .active(SuppressionRule.class)
        .forEach(
            rule ->
                rule.check(use)
                    .ifPresent(
                        p ->
                            about.add(
                                new Found(rule, p, suppression.directive().statement(), text))));
    return about;
  }

  /** Only rules that could have spoken: those that run here, on statements that were understood. */
  private List<String> unused(
      Suppression suppression, List<Found> found, List<Blindspot> blindspots) {
    if (suppression.reason().isEmpty() || blindSomewhere(suppression, blindspots)) {
      return List.of();
    }
    List<Found> covered =
        found.stream().filter(f -> suppression.coversStatement(f.statement())).toList();
    return suppression.rules().stream()
        .filter(rules::active)
        .filter(name -> covered.stream().noneMatch(f -> f.rule().info().isCalled(name)))
        .toList();
  }

  private boolean blindSomewhere(Suppression suppression, List<Blindspot> blindspots) {
    return facts.script().statements().stream()
        .filter(s -> suppression.coversStatement(s.number()))
        .map(Statement::place)
        .anyMatch(p -> blindspots.stream().anyMatch(b -> overlap(b.place(), p)));
  }

  private static boolean overlap(Place one, Place other) {
    return (one.offset() < other.endOffset() && other.offset() < one.endOffset())
        || one.offset() == other.offset();
  }

  private Finding finding(Found found, boolean ignored) {
    Rule rule = found.rule();
    Problem problem = found.problem();
    return new Finding(
        rule.info().id(),
        rules.severity(rule, problem),
        facts.path(),
        problem.place(),
        language.say(problem.message()),
        said(problem.effect(), rule.info().explanation().effect()),
        said(problem.remedy(), rule.info().explanation().remedy()),
        problem.replacement(),
        fingerprints.next(found),
        rules.unwaivable(rule).map(by -> new Unwaivable(by, ignored)));
  }

  private String said(Optional<Message> own, String usual) {
    return own.map(language::say).orElseGet(() -> language.text(usual));
  }
}
