package dev.sluice.target;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotObjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What SHOW CREATE says, as the snapshot has it, in the words of the mysql client. */
final class MysqlScriptReader implements ScriptReader {
  private static final List<String> KINDS =
      List.of("SEQUENCE", "TABLE", "FUNCTION", "PROCEDURE", "VIEW", "TRIGGER", "EVENT");
  private static final List<String> CODE = List.of("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT");
  private static final Pattern NAMES = Pattern.compile("`(?:[^`]|``)+`");
  private static final String MODE = "sql_mode '";

  private final SnapshotReader snapshots;

  MysqlScriptReader(SnapshotReader snapshots) {
    this.snapshots = snapshots;
  }

  private record Part(String kind, String name, List<String> lines) {
    boolean unseen() {
      return lines.isEmpty() || lines.get(0).startsWith("(");
    }

    String words() {
      return kind.toLowerCase(Locale.ROOT) + " " + name;
    }

    String text() {
      return String.join("\n", lines);
    }

    String makes() {
      return "`" + name.replace("`", "``") + "`";
    }
  }

  @Override
  public SchemaScript read(Connection connection) throws SQLException {
    return script(snapshots.read(connection));
  }

  static SchemaScript script(Snapshot snapshot) {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, List<String>> object : SnapshotObjects.of(snapshot).entrySet()) {
      String[] heading = object.getKey().split(" ", 2);
      if (KINDS.contains(heading[0]) && heading.length == 2) {
        parts.add(new Part(heading[0], heading[1], object.getValue()));
      }
    }
    List<String> missing = parts.stream().filter(Part::unseen).map(Part::words).toList();
    boolean maria = snapshot.serverVersion().toLowerCase(Locale.ROOT).contains("mariadb");
    return new SchemaScript(
        text(parts.stream().filter(p -> !p.unseen()).toList()),
        missing,
        (maria ? "MariaDB " : "MySQL ") + snapshot.serverVersion());
  }

  private static String text(List<Part> parts) {
    List<Part> sorted =
        parts.stream()
            .sorted(
                Comparator.comparing((Part p) -> KINDS.indexOf(p.kind())).thenComparing(Part::name))
            .toList();
    List<Part> views = sorted.stream().filter(p -> p.kind().equals("VIEW")).toList();
    List<Part> orderedViews = new Needs<>(Part::text, NAMES).order(views, Part::makes);
    List<Part> all = new ArrayList<>(sorted);
    if (!views.isEmpty()) {
      int first = all.indexOf(views.get(0));
      all.removeAll(views);
      all.addAll(first, orderedViews);
    }
    return all.stream()
        .map(p -> CODE.contains(p.kind()) ? code(p) : p.text() + ";\n")
        .collect(Collectors.joining("\n", "set foreign_key_checks = 0;\n\n", ""));
  }

  /** Each remembers the mode that it was written in. */
  private static String code(Part part) {
    List<String> lines = new ArrayList<>(part.lines());
    String last = lines.get(lines.size() - 1);
    String mode = "";
    if (last.startsWith(MODE)) {
      lines.remove(lines.size() - 1);
      mode = "set " + last.replaceFirst("sql_mode ", "sql_mode = ") + ";\n";
    }
    return mode + "delimiter ;;\n" + String.join("\n", lines) + ";;\ndelimiter ;\n";
  }
}
