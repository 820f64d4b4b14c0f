package dev.sluice.review.engine;

import dev.sluice.review.StatementPlan;
import dev.sluice.review.TableLock;
import dev.sluice.review.TimeRange;
import dev.sluice.review.Timing;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.ScriptFacts;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which locks of a script stay until a later statement is committed. Neighbours share a
 * transaction, and only the commit behind the last of them gives locks back; MySQL commits before
 * and after each change of the schema.
 */
final class HeldLocks {
  private final ScriptFacts script;
  private final List<StatementPlan> plans;

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
    List<StatementPlan> told = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      StatementPlan plan = plans.get(i);
      told.add(plan.with(new Timing(plan.timing().takes(), held.holds(i))));
    }
    return told;
  }

  private List<Timing.Hold> holds(int at) {
    int end = commitBehind(at);
    boolean others = plans.subList(at + 1, end + 1).stream().anyMatch(p -> !p.lock().isEmpty());
    if (!others) {
      return List.of();
    }
    return plans.get(at).locks().stream()
        .filter(l -> keepsOut(l) && !takenBefore(l, at) && !script.makesOrDrops(named(l)))
        .map(l -> hold(l, at, end))
        .toList();
  }

  /** The last statement of the transaction that the statement is in; itself when it runs alone. */
  private int commitBehind(int at) {
    List<Statement> statements = script.script().statements();
    int end = at;
    while (end + 1 < plans.size()
        && statements.get(end).transactional()
        && statements.get(end + 1).transactional()
        && !ScriptFacts.ends(statements.get(end))) {
      end++;
    }
    return end;
  }

  private Timing.Hold hold(TableLock lock, int at, int end) {
    List<StatementPlan> during = plans.subList(at, end + 1);
    Optional<TimeRange> lasts =
        during.stream().flatMap(p -> p.timing().takes().stream()).reduce(TimeRange::plus);
    boolean longer = during.stream().anyMatch(HeldLocks::takesUnknownTime);
    boolean last = end + 1 == plans.size();
    return new Timing.Hold(lock, plans.get(end).statement(), last, lasts, longer);
  }

  private static boolean takesUnknownTime(StatementPlan plan) {
    boolean works = !plan.work().isEmpty() && !plan.work().equals(Work.INSTANT.toString());
    return works && plan.timing().takes().isEmpty();
  }

  private static boolean keepsOut(TableLock lock) {
    return !lock.blocks().equals(Blocks.NOTHING.toString());
  }

  /** An earlier statement of the same transaction has told it. */
  private boolean takenBefore(TableLock lock, int at) {
    for (int i = 0; i < at; i++) {
      boolean same = commitBehind(i) >= at && plans.get(i).locks().contains(lock);
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static ObjectName named(TableLock lock) {
    int dot = lock.table().indexOf('.');
    return dot < 0
        ? ObjectName.of(lock.table())
        : ObjectName.of(lock.table().substring(0, dot), lock.table().substring(dot + 1));
  }
}
