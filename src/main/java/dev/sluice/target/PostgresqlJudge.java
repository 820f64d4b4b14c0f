package dev.sluice.target;

import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.Positions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.ServerErrorMessage;

/**
 * Lets the server parse a statement without executing it: asking a prepared statement for its
 * metadata makes pgjdbc send Parse and Describe only. The server then also analyses the statement,
 * so a missing table fails here too; only its scanner's and its grammar's own words are about
 * syntax.
 */
final class PostgresqlJudge implements SyntaxJudge {
  private static final String SYNTAX_ERROR = "42601";
  private static final Set<String> PARSER = Set.of("scan.l", "gram.y");

  /** A table locked by somebody else is met by the analysis, behind the grammar. */
  private static final Set<ErrorClass> ANSWERS =
      Set.of(ErrorClass.FAILED, ErrorClass.RETRYABLE_LOCK);

  private final Connection connection;

  PostgresqlJudge(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Verdict judge(Statement statement) {
    if (statement.isTemplate()) {
      return new Unknown("it contains a template");
    }
    try (PreparedStatement prepared = connection.prepareStatement(forDriver(statement))) {
      prepared.getMetaData();
      return new Valid();
    } catch (SQLException e) {
      return verdict(statement, e);
    }
  }

  private static Verdict verdict(Statement statement, SQLException error) {
    ServerErrorMessage said = PostgresqlErrors.said(error);
    if (said == null || !ANSWERS.contains(new PostgresqlErrors().classify(error))) {
      return new Unknown("the server does not answer: " + Mask.values(error.getMessage() + ""));
    }
    boolean syntax =
        SYNTAX_ERROR.equals(said.getSQLState()) && PARSER.contains(said.getFile() + "");
    return syntax ? invalid(statement, said) : new Valid();
  }

  private static Verdict invalid(Statement statement, ServerErrorMessage said) {
    int codePoints = Math.max(0, said.getPosition() - 1);
    String text = statement.text();
    int offset =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    return new Invalid(Positions.of(statement, offset), said.getMessage() + "");
  }

  /** To JDBC a question mark is a parameter, unless it is doubled. */
  private static String forDriver(Statement statement) {
    StringBuilder text = new StringBuilder(statement.text());
    for (int i = statement.tokens().size() - 1; i >= 0; i--) {
      Token token = statement.tokens().get(i);
      boolean operator =
          token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.PARAMETER;
      if (operator && token.text().contains("?")) {
        int from = token.place().offset() - statement.place().offset();
        text.replace(from, from + token.text().length(), token.text().replace("?", "??"));
      }
    }
    return text.toString();
  }
}
