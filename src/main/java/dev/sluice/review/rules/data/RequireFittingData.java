package dev.sluice.review.rules.data;

import dev.sluice.probe.Answer;
import dev.sluice.probe.Probe;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import java.util.List;
import java.util.Optional;

/** A constraint that rows break fails, at night and half-way through. */
public final class RequireFittingData implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-fitting-data",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "The rows that are there fit new constraints and types",
              new Explanation(
                  "A UNIQUE or primary key over duplicates, NOT NULL over NULLs, a foreign key over"
                      + " rows without a parent, a CHECK over rows that break it, a type too small"
                      + " for a value. The target is asked; tables that an earlier statement of the"
                      + " change fills are not, and the plan of the summary says so.",
                  "The statement fails when it is deployed, after it has read the table under a"
                      + " lock.",
                  "Mend the rows first, in an earlier script."))
          .knownAs("atlas MF101", "atlas MF102", "atlas MF104", "atlas LT101");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return FittingProbes.of(action, scene).stream()
        .flatMap(probe -> problem(action, probe, scene).stream())
        .toList();
  }

  private static Optional<Problem> problem(Action action, Probe probe, Scene scene) {
    return scene
        .ask(probe)
        .filter(Answer.Misfits.class::isInstance)
        .map(Answer.Misfits.class::cast)
        .filter(m -> m.rows() > 0)
        .map(m -> Problem.at(action.place(), probe.accept(new MisfitWords(m))));
  }
}
