package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.executor.TargetHistory.Entry;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.Looked;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ran before Sluice does not run again, on real servers. */
final class TargetHistoryTest {
  private static final Script OLD = script("V3__old.sql", "create table old (id int);");
  private static final Script IMPORTED = script("V7__x.sql", "create table imported (id int);");
  private static final Script NEW = script("V8__new.sql", "create table fresh (id int);");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatIsKnownCountsAsRunAndTheRestRuns(Dialect dialect) {
    Rig rig = new Rig(EmbeddedDatabases.of(dialect, folder), dialect);
    List<Entry> entries =
        List.of(
            entry(TargetHistory.BASELINE, "5", "schema"),
            entry(IMPORTED.path(), "7", IMPORTED.sha256()));
    assertThat(TargetHistory.add(rig.target(), entries)).isEqualTo(new Looked.Seen<>(2));
    assertThat(TargetHistory.add(rig.target(), entries)).isEqualTo(new Looked.Seen<>(2));
    assertThat(paths(rig)).containsExactlyInAnyOrder(TargetHistory.BASELINE, IMPORTED.path());

    assertThat(rig.run(rollout(OLD, IMPORTED))).isInstanceOf(RolloutResult.AlreadyApplied.class);
    assertThat(rig.run(rollout(2, 2, NEW))).isInstanceOf(RolloutResult.Succeeded.class);
    Script edited = script("V7__x.sql", "create table edited (id int);");
    assertThat(rig.run(rollout(3, 3, edited)))
        .isInstanceOfSatisfying(
            RolloutResult.Refused.class,
            r -> assertThat(r.reasons().get(0)).contains("V7__x.sql", "with other content"));
    assertThat(rig.all("select count(*) from fresh")).containsExactly("0");
  }

  private static List<String> paths(Rig rig) {
    return ((Looked.Seen<List<Entry>>) TargetHistory.read(rig.target()))
        .result().stream().map(Entry::path).toList();
  }

  private static Entry entry(String path, String version, String sha256) {
    return new Entry(
        path,
        ScriptName.Kind.VERSIONED,
        version,
        "",
        sha256,
        "flyway #1",
        Instant.parse("2026-05-03T10:00:00Z"),
        Duration.ofMillis(7),
        "lin");
  }
}
