package dev.sluice.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The schema as a snapshot tells it, object by object; it is followed through the statements of a
 * change, so that each finds what was there just before it. Not for several threads.
 */
final class SchemaBefore {
  /**
   * An object.
   *
   * @param type as the snapshot's headings have it: {@code TABLE}
   * @param written its name as the engine writes it, quoted where it must be
   * @param lines its definition, from the left margin
   */
  record Thing(String type, ObjectName name, String written, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }

  private final Dialect dialect;
  private final String serverVersion;
  private final List<Thing> things = new ArrayList<>();

  SchemaBefore(Dialect dialect, Snapshot snapshot) {
    this.dialect = dialect;
    this.serverVersion = snapshot.serverVersion();
    Map<String, List<String>> objects = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : snapshot.text().lines().toList()) {
      if (line.isEmpty() || line.startsWith("  ")) {
        lines.add(line.isEmpty() ? line : line.substring(2));
      } else {
        lines = objects.computeIfAbsent(line, k -> new ArrayList<>());
      }
    }
    objects.forEach((heading, body) -> things.add(thing(heading, body)));
  }

  private Thing thing(String heading, List<String> lines) {
    int space =
        heading.startsWith("MATERIALIZED VIEW ") || heading.startsWith("FOREIGN TABLE ")
            ? heading.indexOf(' ', heading.indexOf(' ') + 1)
            : heading.indexOf(' ');
    String type = space < 0 ? heading : heading.substring(0, space);
    String name = space < 0 ? "" : heading.substring(space + 1);
    return switch (dialect) {
      case POSTGRESQL -> new Thing(type, Names.parse(name.replaceFirst("\\(.*", "")), name, lines);
      case MYSQL, MARIADB, SQLITE ->
          new Thing(type, ObjectName.of(name), Names.quote(dialect, name), lines);
    };
  }

  Dialect dialect() {
    return dialect;
  }

  String serverVersion() {
    return serverVersion;
  }

  Stream<Thing> all(String type) {
    return things.stream().filter(t -> t.type.equals(type));
  }

  Stream<Thing> all() {
    return things.stream();
  }

  /**
   * What a statement means by the name; without a schema, PostgreSQL's usual one comes first. Empty
   * also where several could be meant.
   */
  Optional<Thing> find(String type, ObjectName name) {
    List<Thing> found = several(type, name);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  List<Thing> several(String type, ObjectName name) {
    List<Thing> found =
        all(type)
            .filter(t -> t.name.name().equalsIgnoreCase(name.name()))
            .filter(t -> dialect != Dialect.POSTGRESQL || t.name.name().equals(name.name()))
            .filter(
                t -> name.schema().isEmpty() || t.name.schema().isEmpty() || t.name.equals(name))
            .toList();
    List<Thing> usual =
        found.stream().filter(t -> t.name.schema().filter("public"::equals).isPresent()).toList();
    return usual.isEmpty() ? found : usual;
  }

  void remove(Thing thing) {
    things.remove(thing);
  }

  void put(Thing thing) {
    things.add(thing);
  }
}
