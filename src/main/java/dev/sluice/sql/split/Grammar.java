package dev.sluice.sql.split;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import java.util.List;

/** What splitting needs to know of a dialect: its tokens and where a statement ends. */
interface Grammar {
  static Grammar of(Dialect dialect, Source source) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresGrammar(source);
      case SQLITE -> new SqliteGrammar(source);
      case MYSQL -> new MysqlGrammar(source, false);
      case MARIADB -> new MysqlGrammar(source, true);
    };
  }

  Lexer lexer();

  /**
   * Takes note of the next token.
   *
   * @param statement the tokens of the statement so far, without this one
   */
  Role roleOf(Token token, List<Token> statement);

  /** Reads what follows a finished statement and is not SQL: the data of a COPY. */
  default String dataAfter(List<Token> statement) {
    return "";
  }

  /** What a token means to the splitter. */
  enum Role {
    PART,
    TERMINATOR,
    /** Belongs to no statement: a client's own command. */
    NOISE
  }
}
