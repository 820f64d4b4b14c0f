package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.BackupPolicy;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.backup.BackupState;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody writes to the table all the time; what is backed up is what was changed all the same.
 */
final class BackupRaceTest {
  private static final int ROUNDS = 6;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL", "MARIADB"})
  void theBackupHoldsTheRowsThatWereChanged(Dialect dialect) throws Exception {
    Rig rig = new Rig(EmbeddedDatabases.of(dialect, Path.of("")), dialect);
    rig.backup = BackupPolicy.DEFAULT;
    rig.database.execute(
        "create table t (id int primary key, n int not null, done int not null default 0)",
        "insert into t (id, n) with recursive g(g) as (select 1 union all select g + 1 from g where"
            + " g < 900) select g, g % 3 from g");
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(rig, stop));
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        String sql =
            "update t set done = %d where n = 1 and id in (select id from t where n = 1);"
                .formatted(round);
        if (dialect != Dialect.POSTGRESQL || round % 2 == 0) {
          sql = "update t set done = %d where n = 1;".formatted(round);
        }
        RolloutResult result = rig.run(rollout(round, round, script("V" + round + "__x.sql", sql)));
        assertThat(result).as(result.toString()).isInstanceOf(Succeeded.class);
        check(rig, dialect, round);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  /** Exactly the rows that the round has marked are in its backup. */
  private static void check(Rig rig, Dialect dialect, int round) {
    RecordedBackup backup =
        rig.journal.backups(new RolloutId(round)).stream()
            .filter(b -> b.rollout() == round)
            .findFirst()
            .orElseThrow();
    assertThat(backup.state()).isEqualTo(BackupState.KEPT);
    String quote = dialect == Dialect.POSTGRESQL ? "\"" : "`";
    String table = "sluice_backup." + quote + backup.table().name() + quote;
    assertThat(rig.ask("select count(*) from t where done = " + round))
        .isEqualTo(rig.ask("select count(*) from " + table));
    assertThat(
            rig.ask(
                "select count(*) from t join %s b on b.id = t.id where t.done <> %d"
                    .formatted(table, round)))
        .isEqualTo("0");
  }

  private static void write(Rig rig, AtomicBoolean stop) {
    Random random = new Random(7);
    try (Connection connection = rig.database.connect();
        Statement statement = connection.createStatement()) {
      while (!stop.get()) {
        try {
          statement.execute(
              "update t set n = %d where id = %d"
                  .formatted(random.nextInt(3), 1 + random.nextInt(900)));
        } catch (SQLException e) {
          if (!"40001".equals(e.getSQLState()) && !"40P01".equals(e.getSQLState())) {
            throw e;
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
