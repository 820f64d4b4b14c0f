package dev.sluice.sql.action;

import static java.util.Map.entry;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.OtherDdl.Detail;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * MySQL's clauses of ALTER TABLE that are about the table as a whole. What they cost differs, so
 * each has a verb of its own: REBUILD, CONVERT, PARTITION …; options that cost nothing are {@code
 * ALTER TABLE OPTIONS}.
 */
final class MysqlTableClause {
  private static final String OPTIONS = "TABLE OPTIONS";

  /** By the clause's first word; the verb that tells what it does. */
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          entry("ENGINE", "ENGINE"),
          entry("TYPE", "ENGINE"),
          entry("ROW_FORMAT", "REBUILD"),
          entry("KEY_BLOCK_SIZE", "REBUILD"),
          entry("FORCE", "REBUILD"),
          entry("ORDER", "COPY"),
          entry("COMPRESSION", "REBUILD"),
          entry("ENCRYPTION", "COPY"),
          entry("TABLESPACE", "COPY"),
          entry("CONVERT", "CONVERT"),
          entry("PARTITION", "PARTITION"),
          entry("REMOVE", "PARTITION"),
          entry("TRUNCATE", "TRUNCATE"),
          entry("REORGANIZE", "REORGANIZE"),
          entry("COALESCE", "REORGANIZE"),
          entry("EXCHANGE", "EXCHANGE"),
          entry("REBUILD", "REORGANIZE"),
          entry("DISCARD", "DISCARD"),
          entry("IMPORT", "IMPORT"),
          entry("ANALYZE", "ANALYZE"),
          entry("CHECK", "ANALYZE"),
          entry("OPTIMIZE", "REORGANIZE"),
          entry("REPAIR", "REORGANIZE"));

  private static final Set<String> PLAIN =
      Set.of(
          "COMMENT",
          "AUTO_INCREMENT",
          "DEFAULT",
          "CHARACTER",
          "CHARSET",
          "COLLATE",
          "ALGORITHM",
          "LOCK",
          "DISABLE",
          "ENABLE",
          "WITH",
          "WITHOUT",
          "UPGRADE",
          "STATS_PERSISTENT",
          "STATS_AUTO_RECALC",
          "STATS_SAMPLE_PAGES",
          "MAX_ROWS",
          "MIN_ROWS",
          "AVG_ROW_LENGTH",
          "CHECKSUM",
          "DELAY_KEY_WRITE",
          "PACK_KEYS",
          "INSERT_METHOD",
          "UNION",
          "CONNECTION",
          "PASSWORD",
          "DATA",
          "INDEX",
          "AUTOEXTEND_SIZE",
          "SECONDARY_ENGINE",
          "NOWAIT",
          "WAIT",
          "PAGE_CHECKSUM",
          "TRANSACTIONAL");

  /** Their lists have commas of their own. */
  private static final Set<String> WITH_A_LIST =
      Set.of(
          "ORDER",
          "PARTITION",
          "TRUNCATE",
          "REORGANIZE",
          "ANALYZE",
          "CHECK",
          "OPTIMIZE",
          "REPAIR",
          "REBUILD",
          "DISCARD",
          "IMPORT",
          "UNION");

  private static final Set<String> CHARSET = Set.of("SET", "CHARSET");

  private MysqlTableClause() {}

  static boolean isNext(Cursor c) {
    return isMysql(c) && !c.done() && (VERBS.containsKey(word(c)) || c.atAny(PLAIN));
  }

  /** Whether everything up to the end of the statement is one clause. */
  static boolean takesTheRest(Cursor c) {
    return isMysql(c) && (c.atAny(WITH_A_LIST) || c.at("DROP", "PARTITION"));
  }

  static Action read(Cursor c, ObjectName table) {
    String verb = VERBS.getOrDefault(word(c), "ALTER");
    boolean tablespace = c.ahead("TABLESPACE") && !c.ahead("PARTITION");
    boolean partitions = !tablespace && c.left() > 1 && c.peek(1).is("PARTITION");
    String object = verb.equals("ALTER") ? OPTIONS : partitions ? "PARTITION" : "TABLE";
    if (verb.equals("ENGINE")) {
      boolean rebuild = c.ahead("INNODB");
      verb = rebuild ? "REBUILD" : "COPY";
    }
    Detail detail =
        verb.equals("CONVERT")
            ? charset(c)
            : new Detail(verb.equals("ALTER") ? word(c) : "", Optional.empty());
    return new Action.OtherDdl(c.whole(), verb, object, Optional.of(table), false, detail);
  }

  /** The character set that everything becomes, and the collation if one is written. */
  private static Detail charset(Cursor c) {
    int mark = c.mark();
    String words = (behind(c, CHARSET) + " " + behind(c, Set.of("COLLATE"))).strip();
    c.back(mark);
    return new Detail(words.toLowerCase(Locale.ROOT), Optional.empty());
  }

  private static String behind(Cursor c, Set<String> words) {
    c.until(words);
    c.takeAny(words);
    return c.done() ? "" : c.next().text().replaceAll("['\"`]", "");
  }

  private static String word(Cursor c) {
    return c.peek().text().toUpperCase(Locale.ROOT);
  }

  private static boolean isMysql(Cursor c) {
    return c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
  }
}
