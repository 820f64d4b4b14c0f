package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server of this test's own crashes in the middle of a rollout, twice, and comes back. */
final class ServerCrashTest {
  /** A statement of a transaction, in each of the {@link CrashCase}s. */
  private static final int IN_A_TRANSACTION = 13;

  private CompletableFuture<?> crash = CompletableFuture.completedFuture(null);

  @BeforeEach
  void skipWhenAsked() {
    Assumptions.assumeFalse(Boolean.getBoolean("sluice.skipDatabases"));
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void aRolloutGoesOnWhenTheServerIsBack(Dialect dialect) {
    try (EmbeddedServer server =
        dialect == Dialect.MYSQL ? EmbeddedServer.mysql() : EmbeddedServer.mariadb()) {
      goesOn(dialect, server.database(), 5, server::crashAndRestart);
    }
  }

  /** When one of its processes is killed, the whole of PostgreSQL starts again. */
  @Test
  void aRolloutGoesOnWhenPostgresqlIsBack() throws IOException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("synchronous_commit", "on") // off by the library's defaults
            .start()) {
      String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
      TestDatabase database = new TestDatabase(url, "postgres", "postgres");
      goesOn(Dialect.POSTGRESQL, database, 6, () -> crash(database));
    }
  }

  private static void crash(TestDatabase database) {
    Rig rig = new Rig(database, Dialect.POSTGRESQL);
    String pid =
        rig.ask("select pid from pg_stat_activity where application_name like 'sluice rollout%'");
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> {
              database.connect().close();
              return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
            });
  }

  private void goesOn(Dialect dialect, TestDatabase database, int alone, Runnable crashes) {
    CrashCase crashCase = CrashCase.of(dialect);
    database.execute(crashCase.fill().toArray(String[]::new));
    Rig rig = new Rig(database, dialect);
    Set<Integer> left = new TreeSet<>(Set.of(alone, IN_A_TRANSACTION));
    rig.journal.onRecord(
        step -> {
          if (step.state() == StepState.STARTED && left.remove(step.seq())) {
            crash =
                CompletableFuture.runAsync(
                    crashes, CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS));
            waitInATransaction(step);
          }
        });
    rig.pause = duration -> crash.join();
    RolloutResult result = rig.run(CrashTest.rollout(dialect, 1));
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(left).isEmpty();
    assertThat(rig.all("select step from log order by step * 1"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(rig.ask(crashCase.state())).isEqualTo(crashCase.expected());
  }

  /** It is over too soon otherwise. */
  private void waitInATransaction(StepResult step) {
    if (step.seq() == IN_A_TRANSACTION) {
      crash.join();
    }
  }
}
