package dev.sluice.real;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.Random;

/** Breaks statements in small ways, the same ones in every run: a judge must notice as well. */
final class Mutants {
  private static final int GIANT = 400;
  private final Random random = new Random(1);
  private final SqlReader reader;
  private final Dialect dialect;
  private final Judging judging;

  /** How a token is spoilt. */
  private enum Slip {
    DROPPED,
    DOUBLED,
    MISSPELT,
    COMMA_BEHIND,
    BRACKET_BEHIND
  }

  Mutants(SqlReader reader, Dialect dialect, Judging judging) {
    this.reader = reader;
    this.dialect = dialect;
    this.judging = judging;
  }

  /** One slip in one token of the statement. */
  void of(String path, Statement statement) {
    List<Token> tokens = statement.tokens();
    if (tokens.size() < 3 || tokens.size() > GIANT) {
      return;
    }
    Slip slip = Slip.values()[random.nextInt(Slip.values().length)];
    Token token = tokens.get(random.nextInt(tokens.size()));
    int from = token.place().offset() - statement.place().offset();
    String text = statement.text();
    String spoilt =
        text.substring(0, from)
            + spoil(token.text(), slip)
            + text.substring(from + token.text().length());
    ParsedScript script = reader.read(spoilt + ";", dialect);
    if (script.problems().isEmpty() && script.statements().size() == 1) {
      judging.judge("3 syntax, with a slip", path + " " + slip, script.statements().get(0));
    } else {
      judging.count("3 syntax, with a slip", "the splitter noticed");
    }
  }

  private static String spoil(String token, Slip slip) {
    return switch (slip) {
      case DROPPED -> "";
      case DOUBLED -> token + " " + token;
      case MISSPELT -> token.length() < 3 ? token : token.substring(0, 1) + token.substring(2);
      case COMMA_BEHIND -> token + ",";
      case BRACKET_BEHIND -> token + ")";
    };
  }
}
