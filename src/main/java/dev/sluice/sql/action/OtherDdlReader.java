package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Action.OtherDdl.Detail;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** CREATE, ALTER and DROP of what we know by its kind only. */
final class OtherDdlReader {
  /** Kinds of objects; those of several words stand first. */
  private static final List<String> OBJECTS =
      List.of(
          "FOREIGN DATA WRAPPER",
          "TEXT SEARCH CONFIGURATION",
          "TEXT SEARCH DICTIONARY",
          "TEXT SEARCH PARSER",
          "TEXT SEARCH TEMPLATE",
          "MATERIALIZED VIEW",
          "FOREIGN TABLE",
          "VIRTUAL TABLE",
          "EVENT TRIGGER",
          "CONSTRAINT TRIGGER",
          "ACCESS METHOD",
          "OPERATOR CLASS",
          "OPERATOR FAMILY",
          "USER MAPPING",
          "DEFAULT PRIVILEGES",
          "LARGE OBJECT",
          "TABLE",
          "INDEX",
          "VIEW",
          "SEQUENCE",
          "TYPE",
          "DOMAIN",
          "FUNCTION",
          "PROCEDURE",
          "ROUTINE",
          "AGGREGATE",
          "TRIGGER",
          "EVENT",
          "RULE",
          "POLICY",
          "EXTENSION",
          "SCHEMA",
          "DATABASE",
          "TABLESPACE",
          "ROLE",
          "USER",
          "GROUP",
          "SERVER",
          "PUBLICATION",
          "SUBSCRIPTION",
          "STATISTICS",
          "COLLATION",
          "CONVERSION",
          "CAST",
          "OPERATOR",
          "LANGUAGE",
          "TRANSFORM",
          "SYSTEM",
          "OWNED BY");

  private static final Set<String> MODIFIERS =
      Set.of(
          "OR",
          "REPLACE",
          "TEMP",
          "TEMPORARY",
          "TRUSTED",
          "PROCEDURAL",
          "UNLOGGED",
          "RECURSIVE",
          "LOCAL",
          "GLOBAL",
          "AGGREGATE");

  /** PostgreSQL refuses these within a transaction block, whatever the verb. */
  private static final Set<String> NEVER_IN_A_TRANSACTION =
      Set.of("DATABASE", "TABLESPACE", "SYSTEM", "SUBSCRIPTION");

  private static final Set<String> OF_A_TABLE =
      Set.of("TRIGGER", "CONSTRAINT TRIGGER", "RULE", "POLICY");

  private OtherDdlReader() {}

  static List<Action> read(Cursor c) {
    String verb = c.next().text().toUpperCase(Locale.ROOT);
    skipModifiers(c);
    String object = objectType(c);
    c.take("CONCURRENTLY");
    c.take("IF", "NOT", "EXISTS");
    c.take("IF", "EXISTS");
    Optional<ObjectName> name = c.optionalObjectName();
    boolean alone = c.dialect == Dialect.POSTGRESQL && alone(verb, object, c);
    return List.of(new OtherDdl(c.whole(), verb, object, name, alone, detail(verb, object, c)));
  }

  private static Detail detail(String verb, String object, Cursor c) {
    if (OF_A_TABLE.contains(object)) {
      boolean newRule = verb.equals("CREATE") && object.equals("RULE");
      return DetailReader.tableBehind(c, newRule ? "TO" : "ON");
    }
    return verb.equals("ALTER") ? DetailReader.clause(c) : Detail.NONE;
  }

  /** Reads a kind of object. */
  static String objectType(Cursor c) {
    for (String object : OBJECTS) {
      if (c.take(object.split(" "))) {
        return object;
      }
    }
    throw c.unexpected();
  }

  private static void skipModifiers(Cursor c) {
    c.take("OR", "REPLACE");
    if (c.at("DEFINER") || c.at("ALGORITHM") || c.at("SQL", "SECURITY")) {
      while (!c.done() && OBJECTS.stream().noneMatch(object -> c.at(object.split(" ")))) {
        c.skipOne();
      }
    }
    while (c.atAny(MODIFIERS) && !(c.at("AGGREGATE") && !c.at("AGGREGATE", "FUNCTION"))) {
      c.next();
    }
  }

  private static boolean alone(String verb, String object, Cursor c) {
    if (verb.equals("ALTER")) {
      boolean moves = object.equals("DATABASE") && c.ahead("SET", "TABLESPACE");
      boolean refreshes = object.equals("SUBSCRIPTION") && c.ahead("REFRESH");
      return object.equals("SYSTEM") || moves || refreshes;
    }
    return NEVER_IN_A_TRANSACTION.contains(object);
  }
}
