package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl.Detail;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.ArrayList;
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

  private static final Set<String> SEVERAL = Set.of("VACUUM", "LOCK");
  private static final Set<String> OFF = Set.of("FALSE", "OFF", "0");

  private MaintenanceReader() {}

  static List<Action> read(Cursor c) {
    String verb = c.next().text().toUpperCase(Locale.ROOT);
    if (c.at("(")) {
      c.skipOne();
    }
    boolean view = c.take("MATERIALIZED", "VIEW");
    String object = view ? "MATERIALIZED VIEW" : c.atAny(OBJECTS) ? upper(c) : "TABLE";
    while (c.takeAny(OPTIONS)) {}
    Detail detail = new Detail(clause(verb, c), Optional.empty());
    boolean lists = c.dialect == Dialect.POSTGRESQL && SEVERAL.contains(verb) && c.ahead(",");
    List<Action> actions = new ArrayList<>();
    do {
      c.take("ONLY");
      int mark = c.mark();
      Optional<ObjectName> name = c.optionalObjectName();
      Place place = lists && name.isPresent() ? c.since(mark) : c.whole();
      boolean alone = alone(verb, object, name, c);
      actions.add(new Action.OtherDdl(place, verb, object, name, alone, detail));
      columns(c);
    } while (lists && c.take(","));
    return actions;
  }

  /** {@code VACUUM t (a, b)}, {@code CLUSTER t USING i}, {@code LOCK TABLE t *}. */
  private static void columns(Cursor c) {
    if (c.at("(")) {
      c.skipOne();
    }
    c.take("*");
  }

  private static String clause(String verb, Cursor c) {
    return switch (verb) {
      case "LOCK" -> lockMode(c);
      case "VACUUM" -> says(c, "FULL");
      case "REINDEX" -> says(c, "CONCURRENTLY");
      case "REFRESH" -> (says(c, "CONCURRENTLY") + (noData(c) ? " WITH NO DATA" : "")).strip();
      default -> "";
    };
  }

  /** PostgreSQL's mode; the strongest when none is written. */
  private static String lockMode(Cursor c) {
    int mark = c.mark();
    c.until(Set.of("IN"));
    String mode = c.take("IN") ? c.until(Set.of("MODE")).rest() : "ACCESS EXCLUSIVE";
    c.back(mark);
    return mode.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static boolean noData(Cursor c) {
    return c.ahead("WITH", "NO", "DATA");
  }

  /** An option, as a word or among others in parentheses, where {@code FALSE} may follow it. */
  private static String says(Cursor c, String option) {
    List<Token> tokens = c.everyToken().toList();
    for (int i = 0; i < tokens.size(); i++) {
      boolean off = i + 1 < tokens.size() && tokens.get(i + 1).isOneOf(OFF);
      if (tokens.get(i).is(option) && !off) {
        return option;
      }
    }
    return "";
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
    return !says(c, "CONCURRENTLY").isEmpty();
  }
}
