package dev.sluice.deploy.executor;

import dev.sluice.deploy.Decision;
import dev.sluice.deploy.Journal;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of each step. Every change goes to the journal at once, but for a statement's end
 * inside a transaction: that goes with the next one, since each write waits for a disk.
 */
final class Progress {
  private final RolloutId rollout;
  private final Journal journal;
  private final Clock clock;
  private final SortedMap<Integer, StepResult> results = new TreeMap<>();
  private final Map<Integer, StepResult> unwritten = new TreeMap<>();
  private boolean begun;

  Progress(RolloutId rollout, RolloutPlan plan, Journal journal, Clock clock) {
    this.rollout = rollout;
    this.journal = journal;
    this.clock = clock;
    Instant now = clock.instant();
    plan.steps().forEach(s -> results.put(s.seq(), StepResult.fresh(s, StepState.PENDING, now)));
  }

  List<StepResult> all() {
    return List.copyOf(results.values());
  }

  StepResult of(Step step) {
    return Objects.requireNonNull(results.get(step.seq()));
  }

  /** Whether something was begun on the target in this call. */
  boolean begun() {
    return begun;
  }

  /** From here on the journal has every statement, so that people see how many are left. */
  void begin() {
    if (!begun) {
      begun = true;
      journal.record(rollout, all());
    }
  }

  void started(Step step) {
    put(StepResult.fresh(step, StepState.STARTED, clock.instant()));
  }

  void ran(Step step, Ran ran, boolean committed) {
    StepResult done = of(step).done(committed, took(step), ran.rows(), ran.warnings());
    keep(done);
    if (committed) {
      write();
    }
  }

  void failed(Step step, StepError error) {
    put(of(step).failed(took(step), error));
  }

  /** The server refused the step, and a part of it is committed. */
  void halfDone(Step step, StepError error) {
    put(of(step).failed(took(step), error).with(StepState.UNKNOWN, false));
  }

  void unknown(Step step) {
    put(of(step).with(StepState.UNKNOWN, false));
  }

  void skipped(Step step, Decision decision) {
    put(
        StepResult.fresh(step, StepState.SKIPPED, clock.instant())
            .skipped("Left out by @" + decision.by() + ": " + decision.reason()));
  }

  /** The transaction is committed. */
  void committed(List<Step> steps) {
    steps.stream()
        .map(this::of)
        .filter(r -> r.state() == StepState.DONE && !r.committed())
        .forEach(r -> keep(r.with(StepState.DONE, true)));
    write();
  }

  /** The transaction was taken back; a failed step of it stays failed. */
  void rolledBack(List<Step> steps) {
    steps.stream()
        .map(this::of)
        .filter(r -> r.state() == StepState.DONE || r.state() == StepState.STARTED)
        .forEach(r -> keep(r.with(StepState.ROLLED_BACK, false)));
    write();
  }

  /** What an earlier try left in the target for good; the journal may not have heard of it. */
  void recall(Step step, StatementRow row) {
    StepResult known = of(step);
    if (known.committed() || known.state() == StepState.SKIPPED) {
      return;
    }
    StepResult fresh = StepResult.fresh(step, StepState.STARTED, row.startedAt());
    Duration took = Duration.between(row.startedAt(), row.endedAt().orElse(row.startedAt()));
    put(
        row.state() == StepState.SKIPPED
            ? fresh.skipped(row.error().orElse("Left out."))
            : fresh.done(true, took, row.rows(), known.warnings()));
  }

  private void put(StepResult result) {
    keep(result);
    write();
  }

  private void keep(StepResult result) {
    results.put(result.seq(), result);
    unwritten.put(result.seq(), result);
  }

  /** Writes what waits for the next write. */
  void write() {
    if (!unwritten.isEmpty()) {
      List<StepResult> news = List.copyOf(unwritten.values());
      unwritten.clear();
      journal.record(rollout, news);
    }
  }

  private Duration took(Step step) {
    return Duration.between(of(step).startedAt(), clock.instant());
  }
}
