package dev.sluice.sql.judge;

import static dev.sluice.sql.Shapes.contains;
import static dev.sluice.sql.Shapes.starts;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where Debezium's grammars (3.5) refuse what MySQL or MariaDB accept; measured on both servers.
 */
final class MysqlGaps {
  private static final Set<String> ROUTINES = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");

  /** Each is a shape that a grammar refuses and its server accepts. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape("common table expressions", t -> contains(t, "WITH") && contains(t, "AS", "(")),
          new Shape("full-text search", t -> contains(t, "MATCH") && contains(t, "AGAINST")),
          new Shape("locking reads", t -> contains(t, "FOR", "SHARE") || waits(t)),
          new Shape("index hints", t -> contains(t, "FOR", "JOIN") || contains(t, "FOR", "ORDER")),
          new Shape("INTERVAL(…)", t -> contains(t, "INTERVAL", "(")),
          new Shape("CAST", t -> contains(t, "CAST", "(") && contains(t, "AS", "DATETIME", "(")),
          new Shape("row constructors", t -> contains(t, "ROW", "(")),
          new Shape("{…} escapes", t -> contains(t, "{")),
          new Shape("PROCEDURE ANALYSE", t -> contains(t, "PROCEDURE", "ANALYSE")),
          new Shape("JSON_TABLE", t -> contains(t, "JSON_TABLE")),
          new Shape("character attributes", MysqlGaps::characterAttribute),
          new Shape("ORDER BY in ALTER TABLE", t -> alters(t) && contains(t, "ORDER", "BY")),
          new Shape("partitions", t -> alters(t) && contains(t, "PARTITION")),
          new Shape("partitions", t -> contains(t, "KEY", "(", ")")),
          new Shape("CHARACTER SET DEFAULT", t -> contains(t, "SET", "DEFAULT") && !isReference(t)),
          new Shape("RENAME =", t -> alters(t) && contains(t, "RENAME", "=")),
          new Shape("SET PERSIST", t -> starts(t, "SET") && contains(t, "PERSIST")),
          new Shape("INSERT () VALUES ()", t -> starts(t, "INSERT") && contains(t, "(", ")")),
          new Shape("loadable functions", t -> contains(t, "SONAME")),
          new Shape("DECLARE … HANDLER", t -> isRoutine(t) && contains(t, "HANDLER")),
          new Shape("DECLARE … CONDITION", t -> isRoutine(t) && contains(t, "CONDITION")),
          new Shape("IF as the body of a trigger", t -> isRoutine(t) && contains(t, "ROW", "IF")));

  private MysqlGaps() {}

  private record Shape(String name, Predicate<List<Token>> test) {}

  /** Why a refusal proves nothing, if so. */
  static Optional<String> gap(Dialect dialect, Statement statement, Refusal refusal) {
    List<Token> tokens = statement.tokens();
    for (Shape shape : SHAPES) {
      if (shape.test().test(tokens)) {
        return Optional.of("the offline grammar does not know all of " + shape.name());
      }
    }
    String word = refusal.near().toLowerCase(Locale.ROOT);
    if (ReservedNames.WORDS_OF_MYSQL_8.contains(word)) {
      return Optional.of(
          dialect == Dialect.MYSQL
              ? refusal.near() + " is a reserved word since MySQL 8.0"
              : "the offline grammar takes " + refusal.near() + " for a keyword");
    }
    return dialect == Dialect.MARIADB ? MariadbGaps.gap(statement, refusal) : Optional.empty();
  }

  private static boolean waits(List<Token> tokens) {
    return contains(tokens, "FOR", "UPDATE", "NOWAIT")
        || contains(tokens, "FOR", "UPDATE", "WAIT")
        || contains(tokens, "SKIP", "LOCKED");
  }

  private static boolean characterAttribute(List<Token> tokens) {
    return Stream.of("ASCII", "UNICODE", "BYTE")
        .anyMatch(word -> contains(tokens, ")", word) || contains(tokens, "CHAR", word));
  }

  private static boolean alters(List<Token> tokens) {
    return starts(tokens, "ALTER") && contains(tokens, "TABLE");
  }

  private static boolean isReference(List<Token> tokens) {
    return contains(tokens, "REFERENCES") || contains(tokens, "COLUMN");
  }

  private static boolean isRoutine(List<Token> tokens) {
    return starts(tokens, "CREATE") && tokens.stream().limit(20).anyMatch(t -> t.isOneOf(ROUTINES));
  }
}
