package dev.sluice.deploy.executor;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.bulk.OnlineAlter;
import dev.sluice.bulk.OnlineSettings;
import dev.sluice.bulk.OnlineTool;
import dev.sluice.deploy.FirstLine;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.Underway;
import dev.sluice.deploy.executor.Traces.Trace;
import dev.sluice.deploy.tool.ToolProcess;
import dev.sluice.setting.Secret;
import dev.sluice.target.TargetAddress;
import dev.sluice.target.TargetDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Hands an ALTER TABLE to the configured tool and looks after it until it has ended. */
record OnlineRun(Run run, Session session, Step step, Optional<String> traceBefore) {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_BETWEEN_PINGS = 30;

  /** As the server says it of a statement that somebody ended. */
  private static final String INTERRUPTED = "70100";

  private static final int INTERRUPTED_CODE = 1317;

  /** What names a tool can be told: it takes its arguments apart by itself. */
  private static final String PLAIN = "[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$-]*";

  /** Throws what makes the step fail, in words for people. */
  Ran perform() throws SQLException, InterruptedException {
    OnlineSettings settings =
        session
            .target()
            .online()
            .orElseThrow(
                () ->
                    refused(
                        "No online schema change tool is configured for this database: set"
                            + " databases."
                            + run.rollout().target().database()
                            + ".online."));
    OnlineAlter.Reading reading =
        OnlineAlter.of(step.bulk().orElseThrow(), step.statement(), session.target().dialect());
    OnlineAlter alter = reading.alter().orElseThrow(() -> refused(reading.objection().orElse("")));
    TargetAddress address = TargetAddress.of(session.target().settings().url());
    String database = alter.database().orElse(address.database());
    if (!database.matches(PLAIN) || !alter.table().matches(PLAIN)) {
      throw refused("The tool cannot be told such a name of a database or table.");
    }
    Optional<String> hindrance =
        new OnlineHindrances(session.connection(), settings).of(database, alter.table());
    if (hindrance.isPresent()) {
      throw refused(hindrance.get());
    }
    Map<String, String> values =
        Map.of(
            "host", address.host(),
            "port", String.valueOf(address.port()),
            "database", database,
            "table", alter.table(),
            "alter", alter.clauses());
    return start(settings, values, leftovers(session, alter));
  }

  private static SQLException refused(String why) {
    return new SQLException(why, "0A000");
  }

  private Ran start(OnlineSettings settings, Map<String, String> values, OnlineLeftovers leftovers)
      throws SQLException, InterruptedException {
    String user = session.target().settings().username().orElse("");
    String password = session.target().settings().password().map(Secret::reveal).orElse("");
    ToolProcess.Command command =
        paths -> {
          Map<String, String> all = new HashMap<>(values);
          all.putAll(paths);
          return settings.filled(all);
        };
    try (ToolProcess tool = ToolProcess.start(command, user, password)) {
      return lookAfter(tool, settings, leftovers);
    } catch (IOException e) {
      throw new SQLException("The tool cannot be started: " + e.getMessage(), "58000", e);
    }
  }

  private Ran lookAfter(ToolProcess tool, OnlineSettings settings, OnlineLeftovers leftovers)
      throws SQLException, InterruptedException {
    Instant begun = run.clock().instant();
    Stopwatch watch = new Stopwatch();
    Optional<String> told = Optional.empty();
    for (int looks = 1; ; looks++) {
      OptionalInt exit = tool.await(LOOK);
      if (exit.isPresent()) {
        return ended(tool, exit.getAsInt());
      }
      run.journal().cancelledBy(run.rollout().id()).ifPresent(run.cancellation()::request);
      run.journal().checkStillOurs(run.rollout().id());
      boolean late = watch.elapsed().compareTo(settings.timeout()) > 0;
      if (run.cancellation().requested() || late) {
        tool.stop(settings.tool() == OnlineTool.GH_OST && settings.says("{panic_file}"));
        throw stopped(tool, leftovers, late);
      }
      if (looks % LOOKS_BETWEEN_PINGS == 0) { // the session holds the target's lock
        Jdbc.execute(session.connection(), "select 1");
      }
      Optional<String> percent = tool.output().percent();
      if (!percent.equals(told)) {
        told = percent;
        tell(percent.orElse("") + " %", begun);
      }
    }
  }

  private SQLException stopped(ToolProcess tool, OnlineLeftovers leftovers, boolean late)
      throws SQLException {
    leftovers.clear();
    if (swapped()) {
      return new HalfDoneException(
          new SQLException("The tool was stopped when the tables were swapped already.", "HY000"));
    }
    return late && !run.cancellation().requested()
        ? new SQLException(
            "The tool ran longer than online.timeout allows.\n"
                + TargetDatabase.mask(tool.output().tail()))
        : new SQLException("The tool was stopped.", INTERRUPTED, INTERRUPTED_CODE);
  }

  private Ran ended(ToolProcess tool, int exit) throws SQLException {
    List<String> said = tool.output().lines().stream().map(TargetDatabase::mask).toList();
    if (exit == 0) {
      return new Ran(OptionalLong.empty(), said);
    }
    SQLException failure =
        new SQLException(
            "The tool ended with exit code "
                + exit
                + ".\n"
                + TargetDatabase.mask(tool.output().tail()),
            "HY000");
    throw swapped() ? new HalfDoneException(failure) : failure;
  }

  /** Whether the table is another one than before, whatever the tool says. */
  private boolean swapped() throws SQLException {
    return session.engine().traces().find(session.connection(), step, traceBefore).kind()
        == Trace.Kind.DONE;
  }

  private void tell(String stage, Instant begun) {
    run.journal()
        .underway(
            run.rollout().id(),
            new Underway(
                step.seq(),
                run.plan().steps().size(),
                FirstLine.of(step.statement()),
                begun,
                Optional.of(stage),
                List.of(),
                run.clock().instant()));
  }

  /**
   * What became of a run that nobody saw end. While the tool's own tables or triggers are there, it
   * may still be at work, and a second one would be in its way.
   */
  static Trace trace(Session session, Step step, Optional<String> before) throws SQLException {
    Trace trace = session.engine().traces().find(session.connection(), step, before);
    Optional<OnlineAlter> alter =
        OnlineAlter.of(step.bulk().orElseThrow(), step.statement(), session.target().dialect())
            .alter();
    boolean open = alter.isPresent() && !leftovers(session, alter.get()).all().isEmpty();
    return trace.kind() == Trace.Kind.NOT_RUN && open ? Trace.of(Trace.Kind.UNDECIDABLE) : trace;
  }

  private static OnlineLeftovers leftovers(Session session, OnlineAlter alter) {
    String database =
        alter
            .database()
            .orElseGet(() -> TargetAddress.of(session.target().settings().url()).database());
    return new OnlineLeftovers(session.connection(), database, alter.table());
  }

  static boolean isMeant(Step step) {
    return step.isBulk(BulkDirective.Kind.ONLINE);
  }
}
