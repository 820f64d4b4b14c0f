package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Set;

/** CREATE …: sends each kind of object to its reader. */
final class CreateReader {
  private static final Set<String> TABLE_WORDS =
      Set.of("GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "OR", "REPLACE");
  private static final Set<String> VIEW_WORDS =
      Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "RECURSIVE", "LOCAL", "GLOBAL");
  private static final Set<String> INDEX_WORDS = Set.of("UNIQUE", "FULLTEXT", "SPATIAL");

  private static final Set<String> KINDS =
      Set.of(
          "VIEW", "TABLE", "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "AS", "ON", "USER", "ROLE");

  private CreateReader() {}

  static List<Action> read(Cursor c) {
    if (kindBehind(c, TABLE_WORDS, "TABLE")) {
      return CreateTableReader.read(c);
    }
    if (kindBehind(c, INDEX_WORDS, "INDEX")) {
      return List.of(CreateIndexReader.read(c));
    }
    if (kindBehind(c, VIEW_WORDS, "VIEW") || c.at("CREATE", "MATERIALIZED", "VIEW")) {
      return List.of(view(c));
    }
    if (isMysqlView(c)) {
      return List.of(mysqlView(c));
    }
    return OtherDdlReader.read(c);
  }

  /** {@code CREATE [OR REPLACE] [ALGORITHM = …] [DEFINER = …] [SQL SECURITY …] VIEW}. */
  private static boolean isMysqlView(Cursor c) {
    int mark = c.mark();
    boolean mysql = c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
    c.until(KINDS);
    boolean view = mysql && c.at("VIEW");
    c.back(mark);
    return view;
  }

  private static Action mysqlView(Cursor c) {
    boolean orReplace = c.at("CREATE", "OR", "REPLACE");
    c.until(KINDS);
    c.expect("VIEW");
    boolean ifNotExists = c.take("IF", "NOT", "EXISTS");
    return new Action.CreateView(c.whole(), c.objectName(), orReplace, false, ifNotExists);
  }

  private static boolean kindBehind(Cursor c, Set<String> modifiers, String kind) {
    int mark = c.mark();
    c.next();
    while (c.takeAny(modifiers)) {}
    boolean found = c.at(kind);
    c.back(mark);
    return found;
  }

  private static Action view(Cursor c) {
    c.expect("CREATE");
    boolean orReplace = c.take("OR", "REPLACE");
    while (c.takeAny(VIEW_WORDS)) {}
    boolean materialized = c.take("MATERIALIZED");
    c.expect("VIEW");
    boolean ifNotExists = c.take("IF", "NOT", "EXISTS");
    return new Action.CreateView(c.whole(), c.objectName(), orReplace, materialized, ifNotExists);
  }
}
