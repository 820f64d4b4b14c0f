package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.AlreadyApplied;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several processes run the same rollout on the same target at the same time, as two Sluices would
 * that do not know of each other: the target's lock and history let each statement run once. {@code
 * -Dsluice.crash.rounds=20} for more.
 */
final class TwoProcessesTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 1);
  private static final int PROCESSES = 3;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void eachStatementRunsOnce(Dialect dialect) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      TestDatabase database = EmbeddedDatabases.of(dialect, directory);
      database.execute(CrashCase.of(dialect).fill().toArray(String[]::new));
      List<String> ends = together(database, dialect);
      System.out.printf("together %s: %s%n", dialect.id(), ends);
      assertThat(ends).contains(CrashChild.END + "Succeeded").doesNotContain("");
      Rig rig = new Rig(database, dialect);
      RolloutResult again = rig.run(CrashTest.rollout(dialect, PROCESSES + 1));
      if (again instanceof AlreadyApplied) {
        again = new Succeeded(again.report());
      }
      CrashCase.of(dialect).check(rig, again);
    }
  }

  /** How each of them ended. */
  private static List<String> together(TestDatabase database, Dialect dialect) throws IOException {
    List<Process> children = new ArrayList<>();
    try {
      for (int token = 1; token <= PROCESSES; token++) {
        children.add(CrashChild.start(database, dialect, token, "never"));
      }
      List<String> ends = new ArrayList<>();
      for (Process child : children) {
        ends.add(
            child
                .inputReader()
                .lines()
                .filter(l -> l.startsWith(CrashChild.END))
                .findFirst()
                .orElse(""));
      }
      return ends;
    } finally {
      children.forEach(Process::destroyForcibly);
    }
  }
}
