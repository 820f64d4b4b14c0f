package dev.sluice.review;

import dev.sluice.change.Risk;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a statement will do to a target.
 *
 * @param summary e.g. {@code ADD COLUMN orders.note}
 * @param lock the strongest lock it takes, in the engine's words; empty when none to speak of
 * @param blocks what others cannot do meanwhile: nothing, writes, reads and writes
 * @param rows of the touched tables, as estimated
 * @param work how long: {@code for an instant}, {@code while the table is rewritten}; empty where
 *     nothing is locked
 * @param locks every table that it locks against anything but rows, each with its strongest lock
 * @param changes how many rows it changes, in words: {@code 12 rows}, {@code about 4.1 M rows}
 * @param unknown what the target was, or should have been, asked without an answer; and why
 * @param timing how long, in time, and what stays locked behind it
 */
public record StatementPlan(
    String path,
    int statement,
    Place place,
    String summary,
    String lock,
    String blocks,
    OptionalLong rows,
    Risk risk,
    List<String> reasons,
    String work,
    List<TableLock> locks,
    Optional<String> changes,
    List<String> unknown,
    Timing timing) {
  public StatementPlan {
    reasons = List.copyOf(reasons);
    // those stored by an earlier version say none of these
    work = Objects.requireNonNullElse(work, "");
    locks = List.copyOf(Objects.requireNonNullElse(locks, List.of()));
    changes = Objects.requireNonNullElse(changes, Optional.empty());
    unknown = List.copyOf(Objects.requireNonNullElse(unknown, List.of()));
    timing = Objects.requireNonNullElse(timing, Timing.NONE);
  }

  /** Before anybody looked at rows. */
  public StatementPlan(
      String path,
      int statement,
      Place place,
      String summary,
      String lock,
      String blocks,
      OptionalLong rows,
      Risk risk,
      List<String> reasons,
      String work,
      List<TableLock> locks) {
    this(
        path,
        statement,
        place,
        summary,
        lock,
        blocks,
        rows,
        risk,
        reasons,
        work,
        locks,
        Optional.empty(),
        List.of(),
        Timing.NONE);
  }

  /** Without work and locks. */
  public StatementPlan(
      String path,
      int statement,
      Place place,
      String summary,
      String lock,
      String blocks,
      OptionalLong rows,
      Risk risk,
      List<String> reasons) {
    this(path, statement, place, summary, lock, blocks, rows, risk, reasons, "", List.of());
  }

  /** The same with what the target's rows say. */
  public StatementPlan with(Optional<String> nowChanges, List<String> nowUnknown) {
    return with(nowChanges, nowUnknown, timing);
  }

  /** The same with what is known of the time that it takes. */
  public StatementPlan with(Timing nowTiming) {
    return with(changes, unknown, nowTiming);
  }

  private StatementPlan with(
      Optional<String> nowChanges, List<String> nowUnknown, Timing nowTiming) {
    return new StatementPlan(
        path,
        statement,
        place,
        summary,
        lock,
        blocks,
        rows,
        risk,
        reasons,
        work,
        locks,
        nowChanges,
        nowUnknown,
        nowTiming);
  }
}
