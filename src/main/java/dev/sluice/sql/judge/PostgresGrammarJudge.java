package dev.sluice.sql.judge;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Optional;

/**
 * Judges PostgreSQL by pgCodeKeeper's grammar, which misses nothing and is wrong on 0.2 % of valid
 * statements.
 */
public final class PostgresGrammarJudge extends GrammarJudge {
  @Override
  Optional<Refusal> refusal(Statement statement) {
    return PostgresGrammar.parse(masked(statement), LIMIT_NANOS);
  }

  /**
   * The grammar ends {@code E'it\'s'} too early: such strings become plain ones of their length.
   */
  static String masked(Statement statement) {
    StringBuilder text = new StringBuilder(statement.text());
    for (Token token : statement.tokens()) {
      boolean escapes =
          token.kind() == Token.Kind.STRING && token.text().regionMatches(true, 0, "E'", 0, 2);
      if (escapes && token.text().length() > 2) {
        int from = token.place().offset() - statement.place().offset();
        String plain = "'" + "x".repeat(token.text().length() - 2) + "'";
        text.replace(from, from + plain.length(), plain);
      }
    }
    return text.toString();
  }

  @Override
  Optional<String> gap(Statement statement, Refusal refusal) {
    return GrammarGaps.gap(statement, refusal);
  }

  @Override
  String near(String token) {
    return "at or near \"" + token + "\"";
  }
}
