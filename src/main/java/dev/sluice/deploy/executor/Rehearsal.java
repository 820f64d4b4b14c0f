package dev.sluice.deploy.executor;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.deploy.Rehearsed;
import dev.sluice.deploy.Rehearsed.Outcome;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.Step;
import dev.sluice.sql.Action;
import dev.sluice.target.Prober;
import dev.sluice.target.Shadow;
import dev.sluice.target.ShadowSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a plan on a copy of its target's schema. What the copy cannot know (rows, roles, extensions
 * that are not there) never counts against the plan.
 */
public final class Rehearsal implements RehearsalRun.Watcher {
  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

  private static final Duration EACH = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(30);

  /** Locks of so many statements are looked at. */
  private static final int MOST_LOCKS = 100;

  private static final int MOST_DIFF = 20_000;
  private static final int MOST_NAMES = 5;

  /** These concern the server as a whole, which is not ours alone. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("DATABASE", "ROLE", "USER", "GROUP", "TABLESPACE", "SYSTEM", "SUBSCRIPTION", "SERVER");

  private static final Set<String> OF_THE_SESSION =
      Set.of("role", "session_authorization", "statement_timeout", "max_statement_time");

  private static final Set<Class<? extends Action>> ROWS =
      Set.of(
          Action.Insert.class,
          Action.Update.class,
          Action.Delete.class,
          Action.Truncate.class,
          Action.Select.class,
          Action.Unrecognised.class);

  private final Shadow shadow;
  private final long end = System.nanoTime() + ALL.toNanos();
  private final List<Rehearsed.Held> locks = new ArrayList<>();
  private final List<String> before = new ArrayList<>();

  private Rehearsal(Shadow shadow) {
    this.shadow = shadow;
  }

  private Rehearsed rehearsed(RolloutPlan plan) throws SQLException {
    Snapshot empty = shadow.snapshot();
    Optional<RehearsalRun.Stop> stop =
        new RehearsalRun(shadow.connection(), shadow.dialect(), this).run(plan);
    shadow.limit(ALL);
    String diff = cut(SnapshotDiff.between(empty, shadow.snapshot()));
    return stop.map(s -> stopped(s, diff))
        .orElseGet(() -> new Rehearsed(Outcome.PASSED, Optional.empty(), lacking(""), locks, diff));
  }

  private Rehearsed stopped(RehearsalRun.Stop stop, String diff) {
    Step step = stop.step();
    String where = "it ended at line " + step.line() + " of " + step.path() + ": ";
    if (stop.error().isEmpty()) {
      return new Rehearsed(
          Outcome.UNKNOWN, Optional.empty(), where + "this is not tried", locks, diff);
    }
    String said = shadow.explain(stop.error().get());
    boolean fault =
        shadow.missing().isEmpty() && shadow.blames(stop.error().get(), ofTheSchema(step));
    return fault
        ? new Rehearsed(Outcome.FAILED, Optional.of(step), said, locks, diff)
        : new Rehearsed(Outcome.UNKNOWN, Optional.empty(), lacking(where + said), locks, diff);
  }

  private String lacking(String words) {
    List<String> missing = shadow.missing();
    if (missing.isEmpty()) {
      return words;
    }
    int shown = Math.min(MOST_NAMES, missing.size());
    String more = missing.size() > shown ? " and " + (missing.size() - shown) + " more" : "";
    String lacks = "the copy lacks " + String.join(", ", missing.subList(0, shown)) + more;
    return words.isEmpty() ? lacks : words + "; " + lacks;
  }

  private static boolean ofTheSchema(Step step) {
    return step.statement().actions().stream()
        .noneMatch(
            a ->
                ROWS.contains(a.getClass())
                    || (a instanceof Action.OtherDdl ddl
                        && Set.of("DO", "CALL", "MERGE", "COPY").contains(ddl.verb())));
  }

  private static String cut(String diff) {
    return diff.length() <= MOST_DIFF ? diff : diff.substring(0, MOST_DIFF) + "\n…";
  }

  @Override
  public RehearsalRun.Word before(Step step) throws SQLException {
    if (System.nanoTime() >= end || does(step, Rehearsal::ofTheServer)) {
      return RehearsalRun.Word.STOP;
    }
    if (does(step, Rehearsal::ofTheSession)) {
      return RehearsalRun.Word.SKIP;
    }
    shadow.limit(EACH);
    return RehearsalRun.Word.GO;
  }

  private static boolean does(Step step, Predicate<Action> what) {
    return step.statement().actions().stream().anyMatch(what);
  }

  /** What concerns others on the server, and what a copy in memory is bounded by. */
  private static boolean ofTheServer(Action action) {
    return (action instanceof Action.OtherDdl ddl && OF_THE_SERVER.contains(ddl.objectType()))
        || (action instanceof Action.SetSetting set
            && (set.name().equals("max_page_count") || set.name().startsWith("global")));
  }

  /** The copy has no roles but ours, and keeps its own time. */
  private static boolean ofTheSession(Action action) {
    return action instanceof Action.SetSetting set && OF_THE_SESSION.contains(set.name());
  }

  @Override
  public void after(Step step) throws SQLException {
    if (locks.size() >= MOST_LOCKS) {
      return;
    }
    List<String> now = shadow.locks();
    List<String> more = new ArrayList<>(now);
    more.removeAll(before);
    before.clear();
    before.addAll(now);
    if (!more.isEmpty()) {
      locks.add(new Rehearsed.Held(step, String.join(", ", more)));
    }
  }

  /**
   * @param server where the copy is made; see {@link Shadow#needs}
   */
  public static Rehearsed on(Prober prober, Optional<ShadowSettings> server, RolloutPlan plan) {
    try (Shadow shadow = prober.shadow(server)) {
      return new Rehearsal(shadow).rehearsed(plan);
    } catch (SQLException e) {
      log.warn("no copy to try on: SQLSTATE {}, {}", e.getSQLState(), e.getMessage());
      return new Rehearsed(
          Outcome.UNKNOWN, Optional.empty(), "no copy of the schema could be made", List.of(), "");
    }
  }
}
