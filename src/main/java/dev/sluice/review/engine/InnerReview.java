package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.probe.Answers;
import dev.sluice.review.impact.HiddenCode;
import dev.sluice.review.rule.ConflictRule;
import dev.sluice.review.rule.Doings;
import dev.sluice.review.rule.Inquiry;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.InnerCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reviews the code within a statement. A DO block runs now, so every rule looks at it; a routine
 * runs later, and only some rules have something to say about it.
 */
final class InnerReview {
  private final Scene scene;
  private final ActiveRules rules;
  private final InnerCode code;
  private final boolean block;
  private final List<RuleRun> runs = new ArrayList<>();

  InnerReview(Scene scene, ActiveRules rules) {
    this.scene = scene;
    this.rules = rules;
    this.code = InnerCode.of(scene.statement(), scene.dialect());
    this.block = scene.statement().tokens().get(0).is("DO");
    code.statements().forEach(s -> runs.add(run(s)));
  }

  /** Code that runs now and cannot be looked into. */
  record Blind(Place place, String reason) {}

  private RuleRun run(Statement inner) {
    // its variables and what it did before are unknown to the target
    Inquiry none = new Inquiry(Catalog.unread(scene.dialect()), Answers.NONE, Doings.NONE);
    Scene within = scene.within(inner, none);
    return new RuleRun(within, rules);
  }

  /**
   * What the rule says about the statements within; not again what it said of the one around.
   *
   * @param told of the statement as a whole
   */
  List<Problem> problems(Rule rule, List<Problem> told) {
    boolean looks = (block || rule.looksIntoRoutines()) && !(rule instanceof ConflictRule);
    if (runs.isEmpty() || !looks) {
      return List.of();
    }
    Set<Place> known = told.stream().map(Problem::place).collect(Collectors.toSet());
    return runs.stream()
        .flatMap(r -> r.problems(rule).stream())
        .filter(p -> known.add(p.place()))
        .map(p -> p.withReplacement(Optional.empty()))
        .toList();
  }

  List<Blind> blindspots() {
    List<Blind> blind = new ArrayList<>();
    for (Action action : scene.statement().actions()) {
      HiddenCode.in(action)
          .filter(reason -> !block || !code.readable())
          .ifPresent(reason -> blind.add(new Blind(action.place(), reason)));
    }
    if (block) {
      code.dynamic().forEach(d -> blind.add(new Blind(d.get(0).place(), HiddenCode.DYNAMIC)));
      code.statements().forEach(s -> blind.addAll(blindspots(s)));
    }
    return blind;
  }

  private static List<Blind> blindspots(Statement inner) {
    List<Blind> blind = new ArrayList<>();
    for (Action action : inner.actions()) {
      HiddenCode.in(action).ifPresent(r -> blind.add(new Blind(action.place(), r)));
      if (action instanceof Action.Unrecognised unrecognised) {
        blind.add(new Blind(unrecognised.place(), unrecognised.reason()));
      }
    }
    return blind;
  }
}
