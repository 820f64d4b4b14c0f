package dev.sluice.sql.judge;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Optional;

/**
 * Judges MySQL or MariaDB by Debezium's grammars and by what these leave out: reserved words and
 * strings as names, characters that no server reads.
 */
public final class MysqlGrammarJudge extends GrammarJudge {
  /** The grammars' time doubles with each pair of parentheses, out of reach of any watch. */
  private static final int DEEPEST = 12;

  private final Dialect dialect;

  MysqlGrammarJudge(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  Optional<String> tooMuch(Statement statement) {
    return depth(statement) > DEEPEST ? Optional.of(TOO_DEEP) : Optional.empty();
  }

  private static int depth(Statement statement) {
    int depth = 0;
    int deepest = 0;
    for (Token token : statement.tokens()) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  @Override
  Optional<Refusal> refusal(Statement statement) {
    MysqlGrammar grammar =
        dialect == Dialect.MARIADB ? MysqlGrammar.mariadb() : MysqlGrammar.mysql();
    return new NameQuoting(MysqlText.masked(statement), sql -> grammar.parse(sql, LIMIT_NANOS))
        .refusal();
  }

  @Override
  Optional<String> gap(Statement statement, Refusal refusal) {
    return MysqlGaps.gap(dialect, statement, refusal);
  }

  @Override
  String near(String token) {
    return "near '" + token + "'";
  }
}
