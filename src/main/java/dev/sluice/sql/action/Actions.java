package dev.sluice.sql.action;

import static java.util.Map.entry;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a statement does, read from its tokens. */
public final class Actions {
  /** The reader of each statement, by its first word. */
  private static final Map<String, Family> FAMILIES =
      Map.ofEntries(
          entry("CREATE", CreateReader::read),
          entry("DROP", DropReader::read),
          entry("ALTER", AlterReader::read),
          entry("RENAME", MysqlRenameReader::read),
          entry("TRUNCATE", TruncateReader::read),
          entry("INSERT", InsertReader::read),
          entry("REPLACE", InsertReader::read),
          entry("COPY", CopyReader::read),
          entry("UPDATE", UpdateReader::read),
          entry("DELETE", DeleteReader::read),
          entry("MERGE", MergeReader::read),
          entry("WITH", WithReader::read),
          entry("SELECT", SelectReader::read),
          entry("VALUES", SelectReader::read),
          entry("TABLE", SelectReader::read),
          entry("(", SelectReader::read),
          entry("SHOW", SelectReader::read),
          entry("DESCRIBE", SelectReader::read),
          entry("EXPLAIN", ExplainReader::read),
          entry("BEGIN", TransactionReader::read),
          entry("START", TransactionReader::read),
          entry("COMMIT", TransactionReader::read),
          entry("END", TransactionReader::read),
          entry("ROLLBACK", TransactionReader::read),
          entry("ABORT", TransactionReader::read),
          entry("SAVEPOINT", TransactionReader::read),
          entry("RELEASE", TransactionReader::read),
          entry("SET", SettingReader::read),
          entry("RESET", SettingReader::read),
          entry("PRAGMA", SettingReader::read),
          entry("VACUUM", MaintenanceReader::read),
          entry("ANALYZE", MaintenanceReader::read),
          entry("ANALYSE", MaintenanceReader::read),
          entry("REINDEX", MaintenanceReader::read),
          entry("CLUSTER", MaintenanceReader::read),
          entry("REFRESH", MaintenanceReader::read),
          entry("OPTIMIZE", MaintenanceReader::read),
          entry("CHECKPOINT", MaintenanceReader::read),
          entry("LOCK", MaintenanceReader::read),
          entry("COMMENT", CommentReader::read),
          entry("GRANT", GrantReader::read),
          entry("REVOKE", GrantReader::read),
          entry("DO", CodeReader::read),
          entry("CALL", CodeReader::read),
          entry("ATTACH", CodeReader::read),
          entry("DETACH", CodeReader::read),
          entry("USE", CodeReader::read),
          entry("NOTIFY", CodeReader::read),
          entry("LISTEN", CodeReader::read),
          entry("UNLISTEN", CodeReader::read),
          entry("DISCARD", CodeReader::read),
          entry("DEALLOCATE", CodeReader::read),
          entry("LOAD", CodeReader::read),
          entry("SECURITY", CodeReader::read),
          entry("REASSIGN", CodeReader::read),
          entry("IMPORT", CodeReader::read),
          entry("PREPARE", PrepareReader::read),
          entry("EXECUTE", CodeReader::read),
          entry("DESC", SelectReader::read),
          entry("CHECK", MaintenanceReader::read),
          entry("REPAIR", MaintenanceReader::read),
          entry("CHECKSUM", MaintenanceReader::read),
          entry("UNLOCK", MaintenanceReader::read),
          entry("FLUSH", CodeReader::read),
          entry("KILL", CodeReader::read),
          entry("PURGE", CodeReader::read),
          entry("HANDLER", CodeReader::read),
          entry("SIGNAL", CodeReader::read),
          entry("XA", TransactionReader::read));

  private Actions() {}

  /** Reads one statement, or one that stands within another; never throws on bad SQL. */
  public static List<Action> of(String text, List<Token> tokens, Dialect dialect) {
    List<Token> code = tokens.stream().filter(token -> !isFence(token)).toList();
    if (code.isEmpty()) {
      return List.of(
          new Action.Unrecognised(tokens.get(0).place().to(last(tokens).place()), "it is empty"));
    }
    return read(new Cursor(dialect, text, tokens.get(0).place().offset(), code));
  }

  /** As {@link #of}, for readers whose statements contain others. */
  static List<Action> read(Cursor cursor) {
    String verb = cursor.peek().text().toUpperCase(Locale.ROOT);
    Family family = FAMILIES.get(verb);
    if (family == null) {
      return List.of(new Action.Unrecognised(cursor.whole(), "unknown statement " + verb));
    }
    try {
      return family.read(cursor);
    } catch (NotUnderstood e) {
      return List.of(new Action.Unrecognised(cursor.whole(), e.reason()));
    }
  }

  /** The fences of MySQL's version comments around code. */
  private static boolean isFence(Token token) {
    return token.kind() == Kind.PUNCTUATION && (token.text().startsWith("/*") || token.is("*/"));
  }

  private static Token last(List<Token> tokens) {
    return tokens.get(tokens.size() - 1);
  }

  /** Reads the statements that begin with one word. */
  @FunctionalInterface
  interface Family {
    /**
     * @param cursor before the statement's first word
     * @throws NotUnderstood what is then told as {@link Action.Unrecognised}
     */
    List<Action> read(Cursor cursor);
  }
}
