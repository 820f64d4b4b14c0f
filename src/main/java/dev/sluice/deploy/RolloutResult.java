package dev.sluice.deploy;

import java.time.Duration;
import java.util.List;

/** How a try of a rollout ended. */
public sealed interface RolloutResult {
  Report report();

  <T> T accept(Visitor<T> visitor);

  /**
   * What is known of every statement.
   *
   * @param steps one per statement of the rollout, by seq; empty when the target was not looked at
   */
  record Report(List<StepResult> steps, Snapshots snapshots) {
    public static final Report EMPTY = new Report(List.of(), Snapshots.NONE);

    public Report {
      steps = List.copyOf(steps);
    }

    /** The statements whose effect is for good. */
    public List<StepResult> committed() {
      return steps.stream().filter(StepResult::committed).toList();
    }

    /** The statements of which nothing remains: not run, failed or rolled back. */
    public List<StepResult> notCommitted() {
      return steps.stream().filter(s -> !s.committed() && s.state() != StepState.SKIPPED).toList();
    }
  }

  /** All is done, now or in an earlier try. */
  record Succeeded(Report report) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.succeeded(this);
    }
  }

  /** The target's history had all of the scripts; nothing ran now. */
  record AlreadyApplied(Report report) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.alreadyApplied(this);
    }
  }

  /**
   * Nothing ran, because it must not: an edited script, a COMMIT in a script, a version that the
   * target has with other content …
   *
   * @param reasons one sentence each, with file and line where there is one
   */
  record Refused(Report report, List<String> reasons) implements RolloutResult {
    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.refused(this);
    }
  }

  /** The server refused a statement; {@link Report#committed} tells what stays. */
  record Failed(Report report, StepResult step) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.failed(this);
    }
  }

  /**
   * Not now: the target is not reachable, or somebody else holds its lock. The same rollout may be
   * tried again without asking anybody.
   *
   * @param reason a sentence that names the holder where it is known
   */
  record Waiting(Report report, String reason) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.waiting(this);
    }
  }

  /**
   * Not yet: a gate is shut. Nothing ran in this try.
   *
   * @param reasons phrases with what was measured
   * @param askAgain after so long
   */
  record HeldBack(Report report, List<String> reasons, Duration askAgain) implements RolloutResult {
    public HeldBack {
      reasons = List.copyOf(reasons);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.heldBack(this);
    }
  }

  /** Nobody can tell whether the statement ran; a person gives a {@link Decision}. */
  record Unknown(Report report, StepResult step, String reason) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.unknown(this);
    }
  }

  /**
   * A person stopped it.
   *
   * @param step the statement that was running or would have been next
   */
  record Cancelled(Report report, StepResult step, String by) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.cancelled(this);
    }
  }

  /** A newer worker has this target; this one has stopped and its word no longer counts. */
  record Superseded(Report report, String reason) implements RolloutResult {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.superseded(this);
    }
  }

  /** One method per way to end, so that a new one does not compile until it is handled. */
  interface Visitor<T> {
    T succeeded(Succeeded result);

    T alreadyApplied(AlreadyApplied result);

    T refused(Refused result);

    T failed(Failed result);

    T waiting(Waiting result);

    T heldBack(HeldBack result);

    T unknown(Unknown result);

    T cancelled(Cancelled result);

    T superseded(Superseded result);
  }
}
