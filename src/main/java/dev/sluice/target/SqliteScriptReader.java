package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotObjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What SQLite keeps of each definition, as the snapshot has it. */
final class SqliteScriptReader implements ScriptReader {
  private static final List<String> KINDS = List.of("TABLE", "INDEX", "VIEW", "TRIGGER");
  private static final String VIRTUAL = "create virtual table";

  private final SnapshotReader snapshots;

  SqliteScriptReader(SnapshotReader snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public SchemaScript read(Connection connection) throws SQLException {
    return script(snapshots.read(connection));
  }

  static SchemaScript script(Snapshot snapshot) {
    Map<String, List<String>> objects = SnapshotObjects.of(snapshot);
    List<String> virtual =
        objects.entrySet().stream()
            .filter(
                o -> String.join(" ", o.getValue()).toLowerCase(Locale.ROOT).startsWith(VIRTUAL))
            .map(Map.Entry::getKey)
            .toList();
    String text =
        objects.entrySet().stream()
            .filter(o -> virtual.stream().noneMatch(v -> o.getKey().startsWith(v + "_")))
            .sorted(
                Comparator.comparing((Map.Entry<String, List<String>> o) -> kind(o.getKey()))
                    .thenComparing(Map.Entry::getKey))
            .map(o -> String.join("\n", o.getValue()) + ";\n")
            .collect(Collectors.joining("\n"));
    return new SchemaScript(text, List.of(), "SQLite " + snapshot.serverVersion());
  }

  private static int kind(String heading) {
    return KINDS.indexOf(heading.split(" ", 2)[0]);
  }
}
