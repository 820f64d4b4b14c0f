package dev.sluice.sql.judge;

import static dev.sluice.sql.Shapes.starts;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Where pgCodeKeeper's grammar (13.1) refuses what PostgreSQL accepts. */
final class GrammarGaps {
  private static final long LIMIT_NANOS = 1_000_000_000L;

  private static final Set<String> ROUTINES =
      Set.of("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE");

  private static final Set<String> IN_FROM = Set.of("FROM", "JOIN", "LATERAL", ",");

  /** PostgreSQL's reserved words (manual, appendix C); all others may be names. */
  private static final Set<String> RESERVED =
      Set.copyOf(
          Arrays.asList(
              ("all analyse analyze and any array as asc asymmetric both case cast check collate"
                      + " column constraint create current_catalog current_date current_role"
                      + " current_time current_timestamp current_user default deferrable desc"
                      + " distinct do else end except false fetch for foreign from grant group"
                      + " having in initially intersect into lateral leading limit localtime"
                      + " localtimestamp not null offset on only or order placing primary"
                      + " references returning select session_user some symmetric system_user"
                      + " table then to trailing true union unique user using variadic when where"
                      + " window with")
                  .split(" ")));

  /** Each is a shape that the grammar refuses and PostgreSQL accepts. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape("routines without their arguments", GrammarGaps::isRoutine),
          new Shape("ALTER DEFAULT PRIVILEGES", t -> starts(t, "ALTER", "DEFAULT", "PRIVILEGES")),
          new Shape("ALTER SYSTEM", t -> starts(t, "ALTER", "SYSTEM")),
          new Shape("GRANT of columns", GrammarGaps::grantsColumns),
          new Shape("CREATE SCHEMA", t -> starts(t, "CREATE", "SCHEMA")),
          new Shape("ALTER TABLE ALL", t -> starts(t, "ALTER", "TABLE", "ALL")),
          new Shape("JOIN … USING (…) AS", GrammarGaps::namesJoin),
          new Shape("BEGIN", t -> starts(t, "BEGIN") || starts(t, "START", "TRANSACTION")));

  private GrammarGaps() {}

  private record Shape(String name, Predicate<List<Token>> test) {}

  /** Why a refusal proves nothing, if so. */
  static Optional<String> gap(Statement statement, Refusal refusal) {
    List<Token> tokens = statement.tokens();
    for (Shape shape : SHAPES) {
      if (shape.test().test(tokens)) {
        return Optional.of("the offline grammar does not know all of " + shape.name());
      }
    }
    if (isBehindUnnamedQuery(statement, refusal)) {
      return Optional.of("the offline grammar wants a name for each query in FROM");
    }
    if (isNameToPostgres(statement, refusal)) {
      return Optional.of("the offline grammar takes the name " + refusal.near() + " for a keyword");
    }
    return Optional.empty();
  }

  /** {@code DROP FUNCTION a, b}, {@code COMMENT ON FUNCTION f IS …}, {@code ALTER FUNCTION f …}. */
  private static boolean isRoutine(List<Token> tokens) {
    int kind = starts(tokens, "COMMENT", "ON") ? 2 : 1;
    boolean verb = kind == 2 || starts(tokens, "DROP") || starts(tokens, "ALTER");
    return verb
        && tokens.size() > kind
        && ROUTINES.stream().anyMatch(word -> tokens.get(kind).is(word));
  }

  /** {@code FROM (SELECT …) WHERE}: since PostgreSQL 16 such a query needs no name. */
  private static boolean isBehindUnnamedQuery(Statement statement, Refusal refusal) {
    List<Token> tokens = statement.tokens();
    int at = 0;
    while (at < tokens.size()
        && tokens.get(at).place().offset() - statement.place().offset() < refusal.offset()) {
      at++;
    }
    if (at == 0 || !tokens.get(at - 1).is(")")) {
      return false;
    }
    int open = opening(tokens, at - 1);
    return open > 0 && IN_FROM.stream().anyMatch(word -> tokens.get(open - 1).is(word));
  }

  private static int opening(List<Token> tokens, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean grantsColumns(List<Token> tokens) {
    return (starts(tokens, "GRANT") || starts(tokens, "REVOKE"))
        && tokens.stream().takeWhile(token -> !token.is("ON")).anyMatch(token -> token.is("("));
  }

  private static boolean namesJoin(List<Token> tokens) {
    boolean using = tokens.stream().anyMatch(token -> token.is("USING"));
    for (int i = 1; using && i < tokens.size(); i++) {
      if (tokens.get(i).is("AS") && tokens.get(i - 1).is(")") && joinColumns(tokens, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean joinColumns(List<Token> tokens, int close) {
    int open = close;
    while (open > 0 && !tokens.get(open).is("(")) {
      open--;
    }
    return open > 0 && tokens.get(open - 1).is("USING");
  }

  /** Whether the refusal goes away when the word there is quoted, which PostgreSQL needs not. */
  private static boolean isNameToPostgres(Statement statement, Refusal refusal) {
    String word = refusal.near();
    boolean mayBeName =
        word.matches("[A-Za-z_]\\w*") && !RESERVED.contains(word.toLowerCase(Locale.ROOT));
    if (!mayBeName) {
      return false;
    }
    String text = PostgresGrammarJudge.masked(statement);
    String quoted =
        text.substring(0, refusal.offset())
            + '"'
            + word
            + '"'
            + text.substring(refusal.offset() + word.length());
    return PostgresGrammar.parse(quoted, LIMIT_NANOS).isEmpty();
  }
}
