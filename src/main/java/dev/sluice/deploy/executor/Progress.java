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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of each step. Every change goes to the journal at once, except inside a
 * transaction: nothing lasts there before COMMIT, and each write waits for a disk, so the journal
 * hears of it at most once per interval, from here or, while a statement runs long, from {@link
 * Watch}.
 */
final class Progress {
  private final RolloutId rollout;
  private final Journal journal;
  private final Duration interval;
  private final Clock clock;
  private final SortedMap<Integer, StepResult> results = new TreeMap<>();
  private final Map<Integer, StepResult> unwritten = new TreeMap<>();
  private final Map<Integer, Stopwatch> running = new HashMap<>();
  private boolean begun;
  private Instant lastWrite;

  /**
   * @param interval between the writes inside a transaction
   */
  Progress(RolloutId rollout, RolloutPlan plan, Journal journal, Duration interval, Clock clock) {
    this.rollout = rollout;
    this.journal = journal;
    this.interval = interval;
    this.clock = clock;
    Instant now = clock.instant();
    lastWrite = now;
    plan.steps().forEach(s -> results.put(s.seq(), StepResult.fresh(s, StepState.PENDING, now)));
  }

  synchronized List<StepResult> all() {
    return List.copyOf(results.values());
  }

  synchronized StepResult of(Step step) {
    return Objects.requireNonNull(results.get(step.seq()));
  }

  /** Whether something was begun on the target in this call. */
  synchronized boolean begun() {
    return begun;
  }

  /** From here on the journal has every statement, so that people see how many are left. */
  synchronized void begin() {
    if (!begun) {
      begun = true;
      journal.record(rollout, all());
    }
  }

  synchronized void started(Step step) {
    put(fresh(step));
  }

  synchronized void ran(Step step, Ran ran) {
    put(of(step).done(true, took(step), ran.rows(), ran.warnings()));
  }

  synchronized void startedInTransaction(Step step) {
    keep(fresh(step));
    writeWhenDue();
  }

  synchronized void ranInTransaction(Step step, Ran ran) {
    keep(of(step).done(false, took(step), ran.rows(), ran.warnings()));
  }

  /** Rows of it are committed and stay, whatever becomes of the rest. */
  synchronized void partly(Step step, long rows, String remark) {
    keep(of(step).partly(took(step), rows, remark));
    writeWhenDue();
  }

  /** It has failed, and the rows that were told before stay. */
  synchronized void stays(Step step, long rows, String remark) {
    put(of(step).partly(of(step).duration(), rows, remark));
  }

  synchronized void failed(Step step, StepError error) {
    put(of(step).failed(took(step), error));
  }

  /** The server refused the step, and a part of it is committed. */
  synchronized void halfDone(Step step, StepError error) {
    put(of(step).failed(took(step), error).with(StepState.UNKNOWN, false));
  }

  synchronized void unknown(Step step) {
    put(of(step).with(StepState.UNKNOWN, false));
  }

  /** It is done and stays, but what it left in the session is lost. */
  synchronized void forgotten(Step step) {
    put(of(step).with(StepState.UNKNOWN, true));
  }

  synchronized void skipped(Step step, Decision decision) {
    put(
        StepResult.fresh(step, StepState.SKIPPED, clock.instant())
            .skipped("Left out by @" + decision.by() + ": " + decision.reason()));
  }

  /** The transaction is committed. */
  synchronized void committed(List<Step> steps) {
    steps.stream()
        .map(this::of)
        .filter(r -> r.state() == StepState.DONE && !r.committed())
        .forEach(r -> keep(r.with(StepState.DONE, true)));
    write();
  }

  /** The transaction was taken back; a failed step of it stays failed. */
  synchronized void rolledBack(List<Step> steps) {
    steps.stream()
        .map(this::of)
        .filter(r -> r.state() == StepState.DONE || r.state() == StepState.STARTED)
        .forEach(r -> keep(r.with(StepState.ROLLED_BACK, false)));
    write();
  }

  /** What an earlier try left in the target for good; the journal may not have heard of it. */
  synchronized void recall(Step step, StatementRow row) {
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
  synchronized void write() {
    if (!unwritten.isEmpty()) {
      journal.record(rollout, List.copyOf(unwritten.values()));
      unwritten.clear();
      lastWrite = clock.instant();
    }
  }

  /** {@link #write}, unless the last one is less than the interval ago. */
  synchronized void writeWhenDue() {
    Instant now = clock.instant(); // which may have been put back
    if (now.isBefore(lastWrite) || !now.isBefore(lastWrite.plus(interval))) {
      write();
    }
  }

  /** When a step that runs ends, if that is now. */
  synchronized Instant end(Step step) {
    return of(step).startedAt().plus(took(step));
  }

  private StepResult fresh(Step step) {
    running.put(step.seq(), new Stopwatch());
    return StepResult.fresh(step, StepState.STARTED, clock.instant());
  }

  /** Nothing for a step that was not begun in this call. */
  private Duration took(Step step) {
    Stopwatch watch = running.get(step.seq());
    return watch == null ? Duration.ZERO : watch.elapsed();
  }
}
