package dev.sluice.review.engine;

import dev.sluice.catalog.Conflict;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.ConflictRule;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.query.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs one rule over one statement. */
final class RuleRun {
  private final Scene scene;
  private final List<Step> steps;

  RuleRun(Scene scene) {
    this.scene = scene;
    this.steps = Step.of(scene.statement(), scene.catalog());
  }

  List<Problem> problems(Rule rule) {
    List<Problem> problems = new ArrayList<>();
    if (rule instanceof StatementRule whole) {
      problems.addAll(whole.check(scene));
    }
    for (Step step : steps) {
      problems.addAll(problems(rule, step));
    }
    if (rule instanceof ConflictRule told) {
      missingReads().flatMap(c -> told.check(c, scene).stream()).forEach(problems::add);
    }
    return problems;
  }

  /** Tables that queries read and that are not there, but for those the actions stumbled over. */
  private Stream<Conflict> missingReads() {
    Set<String> known =
        steps.stream()
            .flatMap(s -> s.conflicts().stream())
            .map(Conflict::name)
            .collect(Collectors.toSet());
    return Queries.tables(scene.statement(), scene.dialect()).stream()
        .flatMap(t -> scene.catalog().conflicts(t.place(), t.table()).stream())
        .filter(c -> known.add(c.name()));
  }

  /** One finding per cause: what cannot work at all is not judged for its other faults. */
  private List<Problem> problems(Rule rule, Step step) {
    Scene there = scene.at(step.before());
    if (step.conflicts().isEmpty()) {
      return rule instanceof ActionRule each ? each.check(step.action(), there) : List.of();
    }
    return rule instanceof ConflictRule told
        ? step.conflicts().stream().flatMap(c -> told.check(c, there).stream()).toList()
        : List.of();
  }
}
