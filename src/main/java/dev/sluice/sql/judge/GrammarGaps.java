package dev.sluice.sql.judge;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.PostgresGrammar.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where pgCodeKeeper's grammar (13.1) refuses what PostgreSQL accepts. */
final class GrammarGaps {
  private static final long LIMIT_NANOS = 1_000_000_000L;

  private static final Set<String> ROUTINES =
      Set.of("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE");

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

  private GrammarGaps() {}

  /** Why a refusal proves nothing, if so. */
  static Optional<String> gap(Statement statement, Refusal refusal) {
    List<Token> tokens = statement.tokens();
    if (isRoutineWithoutArguments(tokens)) {
      return Optional.of("the offline grammar does not know routines without their arguments");
    }
    if (starts(tokens, "ALTER", "DEFAULT", "PRIVILEGES")) {
      return Optional.of("the offline grammar does not know all of ALTER DEFAULT PRIVILEGES");
    }
    if (isNameToPostgres(statement, refusal)) {
      return Optional.of("the offline grammar takes the name " + refusal.near() + " for a keyword");
    }
    return Optional.empty();
  }

  /** {@code DROP FUNCTION a, b}, {@code COMMENT ON FUNCTION f IS …}, {@code ALTER FUNCTION f …}. */
  private static boolean isRoutineWithoutArguments(List<Token> tokens) {
    int kind = starts(tokens, "COMMENT", "ON") ? 2 : 1;
    boolean verb = kind == 2 || starts(tokens, "DROP") || starts(tokens, "ALTER");
    return verb
        && tokens.size() > kind
        && ROUTINES.stream().anyMatch(word -> tokens.get(kind).is(word));
  }

  /** Whether the refusal goes away when the word there is quoted, which PostgreSQL needs not. */
  private static boolean isNameToPostgres(Statement statement, Refusal refusal) {
    String word = refusal.near();
    boolean mayBeName =
        word.matches("[A-Za-z_]\\w*") && !RESERVED.contains(word.toLowerCase(Locale.ROOT));
    if (!mayBeName) {
      return false;
    }
    String text = statement.text();
    String quoted =
        text.substring(0, refusal.offset())
            + '"'
            + word
            + '"'
            + text.substring(refusal.offset() + word.length());
    return PostgresGrammar.parse(quoted, LIMIT_NANOS).isEmpty();
  }

  private static boolean starts(List<Token> tokens, String... words) {
    if (tokens.size() < words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }
}
