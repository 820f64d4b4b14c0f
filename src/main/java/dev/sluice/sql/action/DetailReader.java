package dev.sluice.sql.action;

import dev.sluice.sql.Action.OtherDdl.Detail;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the keywords of a clause that we know by its words only. */
final class DetailReader {
  private static final Set<String> WORDS =
      Set.of(
          "ACCESS",
          "ADD",
          "ALL",
          "ALWAYS",
          "ATTACH",
          "ATTRIBUTE",
          "CHECK",
          "CLUSTER",
          "COMPRESSION",
          "CONSTRAINT",
          "DETACH",
          "DISABLE",
          "DROP",
          "ENABLE",
          "EXPRESSION",
          "FORCE",
          "FULL",
          "GENERATED",
          "IDENTITY",
          "INDEX",
          "INHERIT",
          "LEVEL",
          "LOGGED",
          "METHOD",
          "NO",
          "NOT",
          "NOTHING",
          "NULL",
          "OF",
          "OIDS",
          "ON",
          "OWNER",
          "PARTITION",
          "RENAME",
          "REPLICA",
          "RESET",
          "RESTART",
          "ROW",
          "RULE",
          "SCHEMA",
          "SECURITY",
          "SET",
          "STATISTICS",
          "STORAGE",
          "TABLESPACE",
          "TO",
          "TRIGGER",
          "UNLOGGED",
          "USER",
          "USING",
          "VALIDATE",
          "VALUE",
          "WITHOUT");

  /** What stands behind the names. */
  private static final List<String> TRAILERS = List.of("CONCURRENTLY", "FINALIZE", "NOT VALID");

  private static final Set<String> BEFORE_A_TABLE =
      Set.of("ATTACH PARTITION", "DETACH PARTITION", "INHERIT", "NO INHERIT", "OF");

  private DetailReader() {}

  /** What {@code c} says from here on; moves over the words. */
  static Detail clause(Cursor c) {
    List<String> words = new ArrayList<>();
    while (!c.done() && isWord(c.peek())) {
      words.add(upper(c.next()));
    }
    String clause = String.join(" ", words);
    boolean table = BEFORE_A_TABLE.contains(clause);
    Optional<ObjectName> other = table ? c.optionalObjectName() : Optional.empty();
    TRAILERS.stream().filter(t -> c.ahead(t.split(" "))).forEach(words::add);
    return new Detail(String.join(" ", words), other);
  }

  /** What follows the first of these words outside parentheses, as the table it belongs to. */
  static Detail tableBehind(Cursor c, String word) {
    c.until(Set.of(word));
    return c.take(word) ? new Detail("", c.optionalObjectName()) : Detail.NONE;
  }

  private static boolean isWord(Token token) {
    return token.kind() == Token.Kind.WORD && WORDS.contains(upper(token));
  }

  private static String upper(Token token) {
    return token.text().toUpperCase(Locale.ROOT);
  }
}
