package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process in the middle of a rollout, some times at a random place, and lets another one
 * finish it: each {@code n = n + 1} must have happened exactly once. {@code
 * -Dsluice.crash.rounds=20} for more, {@code -Dsluice.crash.seed} to see one again.
 */
final class CrashTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 3);
  private static final int KILLS = 2;

  static final Script[] POSTGRESQL = {
    script("V1__n.sql", "create table counter(n int); insert into counter values (0);"),
    script(
        "V2__mixed.sql",
        """
        update counter set n = n + 1;
        select pg_sleep(0.05);
        update counter set n = n + 1;
        create index concurrently big_a on big(a);
        update counter set n = n + 1;
        select pg_sleep(0.05);
        alter table counter add column m int;
        update counter set n = n + 1;
        """),
    script("V3__last.sql", "update counter set n = n + 1;"),
  };
  static final Script[] SQLITE = {
    script("V1__n.sql", "create table counter(n int); insert into counter values (0);"),
    script(
        "V2__mixed.sql",
        """
        update counter set n = n + 1;
        create table big as
          with recursive c(x) as (select 1 union all select x + 1 from c where x < 100000)
          select x from c;
        update counter set n = n + 1;
        pragma foreign_keys = off;
        update counter set n = n + 1;
        create index big_x on big(x);
        update counter set n = n + 1;
        vacuum;
        """),
    script("V3__last.sql", "update counter set n = n + 1;"),
  };

  @Test
  void postgresqlRunsEachStatementOnce() throws IOException, InterruptedException {
    Random random = random();
    for (int round = 1; round <= ROUNDS; round++) {
      TestDatabase database = EmbeddedDatabases.postgres();
      database.execute(
          "create table big as select (random() * 1000000)::int as a"
              + " from generate_series(1, 200000)");
      Rig rig = crash(database, Dialect.POSTGRESQL, POSTGRESQL, random);
      assertThat(rig.ask("select n from counter")).as("round %d", round).isEqualTo("5");
      assertThat(
              rig.ask(
                  "select string_agg(indexrelid::regclass || ' ' || indisvalid, ',') from pg_index"
                      + " where indrelid = 'big'::regclass"))
          .isEqualTo("big_a true");
    }
  }

  @Test
  void sqliteRunsEachStatementOnce(@TempDir Path directory)
      throws IOException, InterruptedException {
    Random random = random();
    for (int round = 1; round <= ROUNDS; round++) {
      TestDatabase database = EmbeddedDatabases.sqlite(directory);
      Rig rig = crash(database, Dialect.SQLITE, SQLITE, random);
      assertThat(rig.ask("select n from counter")).as("round %d", round).isEqualTo("5");
    }
  }

  private static Random random() {
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    System.out.println("crash seed " + seed);
    return new Random(seed);
  }

  /** Kills some processes, then finishes the rollout in this one. */
  private static Rig crash(TestDatabase database, Dialect dialect, Script[] scripts, Random random)
      throws IOException, InterruptedException {
    int kills = 1 + random.nextInt(KILLS);
    for (int token = 1; token <= kills; token++) {
      kill(database, dialect, token, 1 + random.nextInt(30), random.nextInt(60));
    }
    Rig rig = new Rig(database, dialect);
    rig.pause = Rig.REALLY;
    assertThat(rig.run(rollout(1, kills + 1, scripts))).isInstanceOf(Succeeded.class);
    return rig;
  }

  /** Kills a child some milliseconds after the given line that it writes, if it lives so long. */
  private static void kill(TestDatabase database, Dialect dialect, int token, int line, int millis)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                database.url(),
                database.username(),
                database.password(),
                dialect.name(),
                String.valueOf(token))
            .redirectErrorStream(true)
            .start();
    String last = "nothing";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      int seen = 0;
      for (String text = lines.readLine(); text != null && seen < line; text = lines.readLine()) {
        if (text.startsWith(CrashChild.MARK)) {
          seen++;
          last = text;
        }
      }
      child.waitFor(millis, TimeUnit.MILLISECONDS);
      child.destroyForcibly().waitFor();
    }
    System.out.println("killed " + millis + " ms after " + last);
  }
}
