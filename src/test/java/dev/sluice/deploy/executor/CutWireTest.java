package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Unknown;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The wire to the server is cut at requests spread over a whole rollout, COMMITs among them, before
 * the server gets the request or before the answer comes back: each statement must have run exactly
 * once. {@code -Dsluice.crash.rounds=60} for more.
 */
final class CutWireTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 3);

  private int unknown;

  @ParameterizedTest
  @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
  void eachStatementRunsOnce(Dialect dialect) throws IOException {
    int whole = run(dialect, 0, false);
    for (int round = 0; round < ROUNDS; round++) {
      int at = 2 + (int) ((whole - 2) * (round + 0.5) / ROUNDS);
      run(dialect, at, false);
      run(dialect, at, true);
    }
    System.out.printf(
        "cut %s: %d requests undisturbed, %d rollouts cut once each, %d decided by a person%n",
        dialect.id(), whole, 2 * ROUNDS, unknown);
  }

  /**
   * @param at the request at which the wire is cut; 0: never
   * @return how many requests it took
   */
  private int run(Dialect dialect, int at, boolean serverGetsIt) throws IOException {
    TestDatabase database = EmbeddedDatabases.of(dialect, Path.of(""));
    database.execute(CrashCase.of(dialect).fill().toArray(String[]::new));
    try (Proxy proxy = new Proxy(database)) {
      if (at > 0) {
        proxy.cutAt(at, serverGetsIt);
      }
      Rig rig = new Rig(database, dialect, proxy.database().settings());
      RolloutResult result = rig.run(CrashTest.rollout(dialect, 1));
      for (int token = 2; result instanceof RolloutResult.Waiting; token++) {
        result = rig.run(CrashTest.rollout(dialect, token));
      }
      if (result instanceof Unknown nobodyKnows) {
        unknown++;
        Rollout decided = CrashTest.decided(CrashTest.rollout(dialect, 9), nobodyKnows, rig);
        result = rig.run(decided);
      }
      CrashCase.of(dialect).check(rig, result);
      assertThat(proxy.cuts()).isEqualTo(at > 0 ? 1 : 0);
      return proxy.requests();
    }
  }
}
