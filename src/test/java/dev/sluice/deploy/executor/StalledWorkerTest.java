package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.RolloutResult.Cancelled;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process stalls in the middle of a rollout for so long that its connection is lost and another
 * one takes over, which a person then stops. When the first one wakes up, it must leave the target
 * alone, though nobody but the target tells it. (A process that stalls on SQLite keeps its lock.)
 */
final class StalledWorkerTest {
  private static final String STALLS_AT = "statement 5 STARTED";
  private static final int STOPPED_AT = 7;

  @ParameterizedTest
  @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
  void whoWakesUpTooLateDoesNothing(Dialect dialect) throws IOException {
    TestDatabase database = EmbeddedDatabases.of(dialect, Path.of(""));
    database.execute(CrashCase.of(dialect).fill().toArray(String[]::new));
    Rig rig = new Rig(database, dialect);
    try (Proxy proxy = new Proxy(database)) {
      Process stalled = CrashChild.start(proxy.database(), dialect, 1, STALLS_AT);
      try (BufferedReader lines = stalled.inputReader()) {
        assertThat(lines.lines().takeWhile(l -> !l.endsWith(STALLS_AT))).isNotEmpty();
        proxy.cutAll();
        takeOverAndStop(rig, dialect);
        List<String> before = rig.all("select step from log order by step");
        stalled.getOutputStream().write('\n');
        stalled.getOutputStream().flush();
        assertThat(lines.lines()).last().isEqualTo(CrashChild.END + "Superseded");
        assertThat(rig.all("select step from log order by step")).isEqualTo(before);
      } finally {
        stalled.destroyForcibly();
      }
    }
  }

  private static void takeOverAndStop(Rig rig, Dialect dialect) {
    rig.pause = Rig.REALLY;
    rig.journal.onRecord(
        step -> {
          if (step.seq() == STOPPED_AT && step.committed()) {
            rig.cancellation.request("lin");
          }
        });
    assertThat(rig.run(CrashTest.rollout(dialect, 2))).isInstanceOf(Cancelled.class);
  }
}
