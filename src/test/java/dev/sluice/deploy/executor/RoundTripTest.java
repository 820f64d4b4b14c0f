package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.change.Script;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.undo.RoundTrips;
import dev.sluice.undo.RoundTrips.Trip;
import dev.sluice.undo.Undo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of change that the generator claims: deployed, taken back, and all is as before. */
final class RoundTripTest {
  /** By kind and engine, what is lost; for the page. */
  private static final Map<String, Map<Dialect, Set<String>>> SEEN =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private final SqlReader reader = new SqlReader();
  private int rollouts;

  @ParameterizedTest
  @EnumSource
  void whatIsTakenBackIsAsBefore(Dialect dialect, @TempDir Path directory) {
    TestDatabase database = EmbeddedDatabases.of(dialect, directory);
    if (dialect == Dialect.POSTGRESQL) {
      database.execute(
          "do $$ begin create role reader; exception when duplicate_object then null; end $$");
    }
    List<Trip> trips = RoundTrips.of(dialect);
    run(dialect, database, trips.stream().map(Trip::setup).toList());
    Succeeded there = run(dialect, database, trips.stream().map(Trip::change).toList());
    Snapshot before = there.report().snapshots().before().orElseThrow();
    Undo undo = new Undo(reader);
    List<String> back = new ArrayList<>();
    for (Trip trip : trips) {
      List<Undo.Step> steps =
          undo.of(dialect, before, reader.read(trip.change(), dialect).statements());
      List<String> one = new ArrayList<>();
      for (Undo.Step step : steps) {
        assertThat(step.inverse().impossible()).as(step.statement().text()).isEmpty();
        one.addAll(0, step.inverse().statements());
        SEEN.computeIfAbsent(trip.title(), k -> new TreeMap<>())
            .computeIfAbsent(dialect, k -> new LinkedHashSet<>())
            .addAll(
                step.inverse().losses().stream()
                    .map(l -> l.template().replace("%s", "…"))
                    .toList());
      }
      back.add(String.join(";\n", one));
    }
    Succeeded again = run(dialect, database, back);
    Snapshot after = again.report().snapshots().after().orElseThrow();
    assertThat(normal(after.text()))
        .as(SnapshotDiff.between(before, after))
        .isEqualTo(normal(before.text()));
  }

  /** The page is what the round trips have shown. */
  @AfterAll
  static void thePageListsThem() {
    if (SEEN.values().stream().flatMap(m -> m.keySet().stream()).distinct().count() < 4) {
      return; // an engine was left out
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Ways back

            Made from the test that deploys each of these on a real server, takes it back and compares the schemas
            ([RoundTripTest](../src/test/java/dev/sluice/deploy/executor/RoundTripTest.java)); what is listed after ⚠️ does not
            come back, or may keep the way back from running. How a deployment is taken back: [Getting it back](getting-back.md).

            | Kind | PostgreSQL | MySQL | MariaDB | SQLite |
            |---|---|---|---|---|
            """);
    List<Dialect> engines =
        List.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB, Dialect.SQLITE);
    SEEN.forEach(
        (title, seen) -> {
          page.append("| ").append(title);
          for (Dialect dialect : engines) {
            Set<String> losses = seen.get(dialect);
            page.append(" | ")
                .append(
                    losses == null
                        ? "–"
                        : losses.isEmpty() ? "✅" : "⚠️ " + String.join("; ", losses));
          }
          page.append(" |\n");
        });
    GeneratedDoc.check("docs/ways-back.md", page.toString());
  }

  private Succeeded run(Dialect dialect, TestDatabase database, List<String> scripts) {
    int id = ++rollouts;
    Script[] all =
        IntStream.range(0, scripts.size())
            .mapToObj(i -> script("V" + id + "." + (i + 1) + "__x.sql", scripts.get(i)))
            .toArray(Script[]::new);
    RolloutResult result = new Rig(database, dialect).run(rollout(id, id, all));
    String why =
        result instanceof Failed failed
            ? failed.step().error().orElseThrow().message()
                + "\n"
                + scripts.get(
                    Integer.parseInt(failed.step().path().replaceAll("V\\d+\\.|__.*", "")) - 1)
            : result.toString();
    assertThat(result).as(why).isInstanceOf(Succeeded.class);
    return (Succeeded) result;
  }

  /**
   * PostgreSQL adds columns at the end, and writes an owner's grants down once somebody else has
   * some; SQLite quotes the name of a table that was renamed.
   */
  private static String normal(String snapshot) {
    List<List<String>> objects = new ArrayList<>();
    for (String line : snapshot.lines().filter(l -> !l.startsWith("  grant postgres=")).toList()) {
      if (!line.startsWith(" ") || objects.isEmpty()) {
        objects.add(new ArrayList<>());
      }
      objects.get(objects.size() - 1).add(line);
    }
    objects.forEach(Collections::sort);
    return objects.stream().flatMap(List::stream).collect(Collectors.joining("\n"));
  }
}
