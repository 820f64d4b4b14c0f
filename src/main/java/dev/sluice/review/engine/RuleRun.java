package dev.sluice.review.engine;

import dev.sluice.catalog.Conflict;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.ConflictRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs one rule over one statement. */
final class RuleRun {
  private final Scene scene;
  private final ActiveRules rules;
  private final List<Step> steps;

  RuleRun(Scene scene, ActiveRules rules) {
    this(scene, rules, Walk.of(scene.statement(), scene.catalog()));
  }

  RuleRun(Scene scene, ActiveRules rules, Walk walk) {
    this.scene = scene;
    this.rules = rules;
    this.steps = walk.steps();
  }

  List<Problem> problems(Rule rule) {
    List<Problem> problems = new ArrayList<>();
    Scene own = scene.with(rules.options(rule));
    if (rule instanceof StatementRule whole) {
      problems.addAll(whole.check(own));
    }
    for (Step step : steps) {
      problems.addAll(problems(rule, step, own));
    }
    if (rule instanceof ConflictRule told) {
      missingReads().flatMap(c -> told.check(c, own).stream()).forEach(problems::add);
    }
    return problems;
  }

  /** What queries read and is not there, but for what the actions stumbled over. */
  private Stream<Conflict> missingReads() {
    Set<String> known =
        steps.stream()
            .flatMap(s -> s.conflicts().stream())
            .flatMap(c -> Stream.of(c.name(), c.name().substring(c.name().lastIndexOf('.') + 1)))
            .collect(Collectors.toSet());
    return MissingReads.of(scene.statement(), scene.catalog()).stream()
        .filter(c -> known.add(c.name()));
  }

  /** One finding per cause: what cannot work at all is not judged for its other faults. */
  private static List<Problem> problems(Rule rule, Step step, Scene own) {
    Scene there = own.at(step.before());
    if (step.conflicts().isEmpty()) {
      return rule instanceof ActionRule each ? each.check(step.action(), there) : List.of();
    }
    return rule instanceof ConflictRule told
        ? step.conflicts().stream().flatMap(c -> told.check(c, there).stream()).toList()
        : List.of();
  }
}
