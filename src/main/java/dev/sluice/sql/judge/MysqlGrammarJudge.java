package dev.sluice.sql.judge;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.AntlrGrammar.OutOfTime;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Optional;

/**
 * Judges MySQL or MariaDB by Debezium's grammars and by what these leave out: reserved words and
 * strings as names, characters that no server reads. The shapes where a grammar is wrong, giants
 * and slow ones are unknown, not invalid.
 */
public final class MysqlGrammarJudge implements SyntaxJudge {
  private static final int LONGEST = 200_000;
  private static final long LIMIT_NANOS = 2_000_000_000L;

  /** The grammars' time doubles with each pair of parentheses, out of reach of any watch. */
  private static final int DEEPEST = 12;

  private final Dialect dialect;

  MysqlGrammarJudge(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Verdict judge(Statement statement) {
    if (statement.isTemplate()) {
      return new Unknown("it contains a template");
    }
    if (statement.text().length() > LONGEST) {
      return new Unknown("it is longer than " + LONGEST + " characters");
    }
    if (depth(statement) > DEEPEST) {
      return new Unknown("it is nested too deeply");
    }
    try {
      return refusal(MysqlText.masked(statement))
          .map(refusal -> refused(statement, refusal))
          .orElseGet(Valid::new);
    } catch (OutOfTime e) {
      return new Unknown("the grammar needs more than two seconds");
    } catch (StackOverflowError e) {
      return new Unknown("it is nested too deeply");
    }
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

  private Optional<Refusal> refusal(StringBuilder text) {
    MysqlGrammar grammar =
        dialect == Dialect.MARIADB ? MysqlGrammar.mariadb() : MysqlGrammar.mysql();
    return new NameQuoting(text, sql -> grammar.parse(sql, LIMIT_NANOS)).refusal();
  }

  private Verdict refused(Statement statement, Refusal refusal) {
    Optional<String> gap = MysqlGaps.gap(dialect, statement, refusal);
    if (gap.isPresent()) {
      return new Unknown(gap.get());
    }
    String message =
        refusal.near().isEmpty()
            ? "syntax error at end of input"
            : "syntax error near '" + refusal.near() + "'";
    return new Invalid(Positions.of(statement, refusal.offset()), message);
  }
}
