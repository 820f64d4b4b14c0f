package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills processes in the middle of a rollout and lets another one finish it: each statement must
 * have run exactly once. The kills are spread over the length of an undisturbed run, in turns at a
 * statement that runs alone, by time, by calls of the journal, and by requests to the server.
 * {@code -Dsluice.crash.rounds=20} for more, {@code -Dsluice.crash.engine=mysql} for one engine
 * only, {@code -Dsluice.crash.seed} to see a run again.
 */
final class CrashTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 3);

  private static final String ENGINE = System.getProperty("sluice.crash.engine", "");

  private static final Victim.Measure[] NO_SERVER = {Victim.Measure.TIME, Victim.Measure.CALLS};

  private final Map<String, Integer> hit = new TreeMap<>();
  private final Map<Decision.Verdict, Integer> decisions = new TreeMap<>();
  private int kills;
  private int statements;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void eachStatementRunsOnce(Dialect dialect) throws IOException, InterruptedException {
    Assumptions.assumeTrue(ENGINE.isEmpty() || ENGINE.equals(dialect.id()));
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    System.out.printf("crash %s: seed %d%n", dialect.id(), seed);
    Random random = new Random(seed);
    Victim.Length whole = new Victim(filled(dialect), dialect, 1).undisturbed().length();
    System.out.printf("crash %s: undisturbed %s%n", dialect.id(), whole);
    for (int round = 0; round < ROUNDS; round++) {
      crash(dialect, whole, round, random);
    }
    System.out.printf(
        "crash %s: %d rollouts, %d kills, %d statements each ran once, decided by a person: %s,"
            + " killed after %s%n",
        dialect.id(), ROUNDS, kills, statements, decisions, hit);
  }

  private TestDatabase filled(Dialect dialect) {
    TestDatabase database = EmbeddedDatabases.of(dialect, directory);
    database.execute(CrashCase.of(dialect).fill().toArray(String[]::new));
    return database;
  }

  /**
   * Kills a process in this round's part of the run, perhaps one more, and finishes the rollout.
   */
  private void crash(Dialect dialect, Victim.Length whole, int round, Random random)
      throws IOException, InterruptedException {
    TestDatabase database = filled(dialect);
    long token = 1;
    kill(database, dialect, token++, whole, (round + random.nextDouble()) / ROUNDS, round);
    if (ROUNDS > 3 && random.nextBoolean()) {
      kill(database, dialect, token++, whole, random.nextDouble(), random.nextInt(12));
    }
    Rig rig = new Rig(database, dialect);
    rig.pause = Rig.REALLY;
    RolloutResult result = rig.run(rollout(dialect, token));
    if (result instanceof Unknown unknown) {
      Rollout decided = decided(rollout(dialect, token + 1), unknown, rig);
      decided.decisions().values().forEach(d -> decisions.merge(d.verdict(), 1, Integer::sum));
      result = rig.run(decided);
    }
    CrashCase.of(dialect).check(rig, result);
    statements += result.report().steps().size();
  }

  private void kill(
      TestDatabase database,
      Dialect dialect,
      long token,
      Victim.Length whole,
      double part,
      int turn)
      throws IOException, InterruptedException {
    Victim.Measure[] measures = dialect == Dialect.SQLITE ? NO_SERVER : Victim.Measure.values();
    Victim.Measure measure = measures[turn % measures.length];
    int at =
        1
            + (int)
                (part
                    * switch (measure) {
                      case ALONE -> alone(dialect).size();
                      case TIME -> whole.millis();
                      case REQUESTS -> whole.requests();
                      case CALLS -> whole.calls();
                    });
    Victim.End end = new Victim(database, dialect, token).killed(measure, at);
    if (end.killed()) {
      kills++;
      hit.merge(end.last(), 1, Integer::sum);
    }
    System.out.printf(
        "crash %s: %s at %s %d, after %s%n",
        dialect.id(), end.killed() ? "killed" : "ended", measure, at, end.last());
  }

  /** A person looks into the log. */
  static Rollout decided(Rollout rollout, Unknown unknown, Rig rig) {
    String sql =
        rollout.scripts().stream()
            .filter(s -> s.path().equals(unknown.step().path()))
            .findFirst()
            .map(s -> s.text().lines().skip(unknown.step().line() - 1L).findFirst().orElse(""))
            .orElse("");
    assertThat(sql).as("the only statement that leaves no trace").contains("6");
    boolean ran = rig.ask("select count(*) from log where step = 6").equals("1");
    Decision decision =
        ran
            ? Decision.skip("it is in the log", "lin", Instant.now())
            : Decision.runAgain("it is not in the log", "lin", Instant.now());
    return Rollouts.with(rollout, unknown.step().seq(), decision);
  }

  /** The statements that run outside a transaction. */
  static List<String> alone(Dialect dialect) {
    return RolloutPlan.of(CrashCase.of(dialect).scripts(), dialect, new SqlReader())
        .steps()
        .stream()
        .filter(s -> s.alone().isPresent())
        .map(s -> s.statement().text())
        .toList();
  }

  static Rollout rollout(Dialect dialect, long token) {
    return Rollouts.rollout(1, token, CrashCase.of(dialect).scripts().toArray(new Script[0]));
  }
}
