package dev.sluice.review.engine;

import dev.sluice.review.StatementPlan;
import dev.sluice.review.TableLock;
import dev.sluice.review.TimeRange;
import dev.sluice.review.Timing;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which locks of a script stay until a later statement is committed. Neighbours share a
 * transaction, and only the commit behind the last of them gives locks back; MySQL commits before
 * and after each change of the schema.
 */
final class HeldLocks {
  private final ScriptFacts script;
  private final List<StatementPlan> plans;
  private final List<StatementPlan> told = new ArrayList<>();

  private HeldLocks(ScriptFacts script, List<StatementPlan> plans) {
    this.script = script;
    this.plans = plans;
  }

  /**
   * @param plans of the script's statements, one for each, in order
   */
  static List<StatementPlan> in(ScriptFacts script, Dialect dialect, List<StatementPlan> plans) {
    if (dialect != Dialect.POSTGRESQL) {
      return plans;
    }
    HeldLocks held = new HeldLocks(script, plans);
    while (held.told.size() < plans.size()) {
      int first = held.told.size();
      held.transaction(first, held.commitBehind(first));
    }
    return held.told;
  }

  /** Each lock is told where it is taken first, and only where others wait for it meanwhile. */
  private void transaction(int first, int end) {
    Rest[] rests = rests(first, end);
    Set<TableLock> taken = new HashSet<>();
    for (int at = first; at <= end; at++) {
      StatementPlan plan = plans.get(at);
      List<TableLock> locks =
          plan.locks().stream().filter(l -> keepsOut(l) && taken.add(l)).toList();
      Rest rest = rests[at - first];
      List<Timing.Hold> holds =
          at < end && rests[at + 1 - first].locks()
              ? locks.stream()
                  .filter(l -> !script.makesOrDrops(named(l)))
                  .map(l -> hold(l, end, rest))
                  .toList()
              : List.of();
      told.add(plan.with(plan.timing().with(holds)));
    }
  }

  /**
   * A statement and all behind it in the transaction.
   *
   * @param locks whether any of them locks
   * @param longer whether any takes a time that nobody knows
   */
  private record Rest(boolean locks, Optional<TimeRange> lasts, boolean longer) {
    static final Rest NONE = new Rest(false, Optional.empty(), false);

    Rest behind(StatementPlan plan) {
      Optional<TimeRange> takes = plan.timing().takes();
      return new Rest(
          locks || !plan.lock().isEmpty(),
          takes.map(t -> lasts.map(t::plus).orElse(t)).or(() -> lasts),
          longer || plan.timing().open());
    }
  }

  private Rest[] rests(int first, int end) {
    Rest[] rests = new Rest[end - first + 1];
    Rest rest = Rest.NONE;
    for (int at = end; at >= first; at--) {
      rest = rest.behind(plans.get(at));
      rests[at - first] = rest;
    }
    return rests;
  }

  /** The last statement of the transaction that the statement is in; itself when it runs alone. */
  private int commitBehind(int at) {
    List<Statement> statements = script.script().statements();
    int end = at;
    while (end + 1 < plans.size()
        && script.shares(statements.get(end))
        && script.shares(statements.get(end + 1))
        && !ScriptFacts.ends(statements.get(end))) {
      end++;
    }
    return end;
  }

  private Timing.Hold hold(TableLock lock, int end, Rest rest) {
    boolean last = end + 1 == plans.size();
    return new Timing.Hold(lock, plans.get(end).statement(), last, rest.lasts(), rest.longer());
  }

  private static boolean keepsOut(TableLock lock) {
    return !lock.blocks().equals(Blocks.NOTHING.toString());
  }

  private static ObjectName named(TableLock lock) {
    int dot = lock.table().indexOf('.');
    return dot < 0
        ? ObjectName.of(lock.table())
        : ObjectName.of(lock.table().substring(0, dot), lock.table().substring(dot + 1));
  }
}
