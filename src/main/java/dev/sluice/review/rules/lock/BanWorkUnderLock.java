package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Held;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.ValidateConstraint;
import dev.sluice.sql.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A lock lasts until the commit: whatever comes behind it makes the others wait longer. */
public final class BanWorkUnderLock implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-work-under-lock",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL),
          "No slow statement follows a lock in the same transaction",
          new Explanation(
              "An UPDATE or DELETE of many rows, INSERT … SELECT, VALIDATE or the like of a large"
                  + " table behind a statement of the same script that keeps others out of a"
                  + " table that was there before the change. Where only writers are kept out,"
                  + " or the rows may be few, it is a warning. Statements that block others by"
                  + " themselves have their own rules.",
              "Neighbouring statements of a script share a transaction, and locks are held until"
                  + " its commit: the others wait for the slow statement too.",
              "Give the slow statement a script of its own, behind this one: Sluice commits"
                  + " after each script."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    return SlowWork.of(action, scene)
        .flatMap(work -> worst(action, scene).map(held -> problem(action, work, held)))
        .stream()
        .toList();
  }

  /** The strongest lock that is held; of equal ones the first. */
  private static Optional<Held> worst(Action action, Scene scene) {
    if (scene.impact(action).blocks() != Blocks.NOTHING) {
      return Optional.empty();
    }
    List<Held> held = scene.held(action);
    boolean toldElsewhere =
        action instanceof ValidateConstraint validate
            && held.stream().anyMatch(h -> RequireSeparateValidation.adds(h.action(), validate));
    return toldElsewhere
        ? Optional.empty()
        : held.stream().min(Comparator.comparing((Held h) -> h.impact().blocks()).reversed());
  }

  private static Problem problem(Action action, SlowWork work, Held held) {
    Message message = Message.of("%s of %s wait while this %s", held.waiting(), held, work.words());
    boolean warn = !held.keepsReadersOut() || !work.sure();
    Problem problem = Problem.at(action.place(), message);
    return warn ? problem.as(Severity.WARNING) : problem;
  }
}
