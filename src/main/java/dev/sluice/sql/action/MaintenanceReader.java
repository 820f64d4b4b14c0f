package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** VACUUM, REINDEX and their like, with what may not run in a transaction. */
final class MaintenanceReader {
  private static final Set<String> OBJECTS =
      Set.of("TABLE", "INDEX", "SCHEMA", "DATABASE", "SYSTEM", "TABLES");
  private static final Set<String> OPTIONS =
      Set.of("FULL", "FREEZE", "VERBOSE", "ANALYZE", "ANALYSE", "CONCURRENTLY", "ONLY");
  private static final Set<String> WHOLE_DATABASE = Set.of("DATABASE", "SYSTEM", "SCHEMA");

  private MaintenanceReader() {}

  static List<Action> read(Cursor c) {
    String verb = c.next().text().toUpperCase(Locale.ROOT);
    if (c.at("(")) {
      c.skipOne();
    }
    boolean view = c.take("MATERIALIZED", "VIEW");
    String object = view ? "MATERIALIZED VIEW" : c.atAny(OBJECTS) ? upper(c) : "TABLE";
    while (c.takeAny(OPTIONS)) {}
    Optional<ObjectName> name = c.optionalObjectName();
    boolean alone = alone(verb, object, name, c);
    return List.of(new Action.OtherDdl(c.whole(), verb, object, name, alone));
  }

  private static String upper(Cursor c) {
    return c.next().text().toUpperCase(Locale.ROOT);
  }

  private static boolean alone(String verb, String object, Optional<ObjectName> name, Cursor c) {
    if (verb.equals("VACUUM")) {
      return true;
    }
    if (c.dialect != Dialect.POSTGRESQL) {
      return false;
    }
    return switch (verb) {
      case "REINDEX" -> WHOLE_DATABASE.contains(object) || concurrent(c);
      case "CLUSTER" -> name.isEmpty();
      default -> false;
    };
  }

  private static boolean concurrent(Cursor c) {
    return c.everyToken().anyMatch(token -> token.is("CONCURRENTLY"));
  }
}
