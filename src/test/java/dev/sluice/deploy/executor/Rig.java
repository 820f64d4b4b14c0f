package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.bulk.BatchSettings;
import dev.sluice.bulk.OnlineSettings;
import dev.sluice.change.BackupPolicy;
import dev.sluice.change.GateSettings;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.DeploySettings;
import dev.sluice.deploy.MemoryJournal;
import dev.sluice.deploy.Pause;
import dev.sluice.deploy.Precautions;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.StepResult;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.TargetDatabase;
import dev.sluice.target.TargetSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An executor on a fresh database, which does not wait between its tries. */
final class Rig {
  private static final DeploySettings SETTINGS =
      new DeploySettings(
          Duration.ofSeconds(5),
          3,
          Duration.ofMillis(1),
          Duration.ofSeconds(20),
          Duration.ZERO,
          BatchSettings.DEFAULT,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofMinutes(30));

  final TestDatabase database;
  final MemoryJournal journal = new MemoryJournal();
  final Cancellation cancellation = new Cancellation();
  private TargetDatabase target;

  /** Waits as long as it is told, for other processes to end. */
  static final Pause REALLY = Pause.sleeping();

  /** These tell of each statement at once. */
  DeploySettings settings = SETTINGS;

  /** What is kept of rows. */
  BackupPolicy backup = BackupPolicy.NONE;

  Clock clock = Clock.systemUTC();

  GateSettings gates = GateSettings.DEFAULT;

  /** What happens while the executor rests. */
  Pause pause = duration -> Thread.sleep(Math.min(duration.toMillis(), 20));

  Rig(TestDatabase database, Dialect dialect) {
    this(database, dialect, database.settings());
  }

  Rig(TestDatabase database, Dialect dialect, TargetSettings settings) {
    this.database = database;
    this.target = TargetDatabase.of(Rollouts.TARGET, dialect, settings);
  }

  /** The same target, on which a statement may run for a second only. */
  static TargetSettings hasty(TargetSettings settings) {
    return new TargetSettings(
        settings.environment(),
        settings.shard(),
        settings.url(),
        settings.username(),
        settings.password(),
        settings.reviewUsername(),
        settings.reviewPassword(),
        settings.connectTimeout(),
        settings.lockTimeout(),
        Duration.ofSeconds(1));
  }

  /** The same target, on which a statement waits so long for a lock. */
  static TargetSettings waiting(Duration lockTimeout, TargetSettings settings) {
    return new TargetSettings(
        settings.environment(),
        settings.shard(),
        settings.url(),
        settings.username(),
        settings.password(),
        settings.reviewUsername(),
        settings.reviewPassword(),
        settings.connectTimeout(),
        lockTimeout,
        settings.statementTimeout());
  }

  /** From now on the target has this tool. */
  void online(OnlineSettings tool) {
    target = target.with(Optional.of(tool));
  }

  TargetDatabase target() {
    return target;
  }

  RolloutResult run(Rollout rollout) {
    return executor().run(rollout, journal, cancellation);
  }

  RolloutExecutor executor() {
    return new RolloutExecutor(
        name -> target,
        new SqlReader(),
        settings,
        name -> new Precautions(gates, backup),
        clock,
        duration -> pause.rest(duration));
  }

  /** The first column of the first row as text. */
  String ask(String sql) {
    List<String> rows = all(sql);
    assertThat(rows).as(sql).isNotEmpty();
    return rows.get(0);
  }

  /** The first column of all rows as text. */
  List<String> all(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  static List<String> states(RolloutResult result) {
    return result.report().steps().stream()
        .map(s -> s.seq() + " " + s.state() + (s.committed() ? " committed" : ""))
        .toList();
  }

  static StepResult step(RolloutResult result, int seq) {
    return result.report().steps().get(seq - 1);
  }
}
