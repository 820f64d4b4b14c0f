package dev.sluice.target;

import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.Positions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets the server parse a statement without executing it, by PREPARE. Whatever it complains about
 * other than syntax, it complains about after parsing; also that a kind of statement cannot be
 * prepared (1295), as those that create routines.
 */
final class MysqlJudge implements SyntaxJudge {
  private static final Set<Integer> SYNTAX = Set.of(1064, 1149);
  private static final Pattern PLACE = Pattern.compile("(?s)near '(.*)' at line (\\d+)\\s*$");

  /** A table locked by somebody else is met behind the grammar. */
  private static final Set<ErrorClass> ANSWERS =
      Set.of(ErrorClass.FAILED, ErrorClass.RETRYABLE_LOCK);

  private final Connection connection;

  MysqlJudge(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Verdict judge(Statement statement) {
    if (statement.isTemplate()) {
      return new Unknown("it contains a template");
    }
    try {
      try (var text = connection.prepareStatement("set @sluice_statement = ?")) {
        text.setString(1, statement.text());
        text.execute();
      }
      Rows.execute(connection, "prepare sluice_judge from @sluice_statement");
      Rows.execute(connection, "deallocate prepare sluice_judge");
      return new Valid();
    } catch (SQLException e) {
      return verdict(statement, e);
    }
  }

  private static Verdict verdict(Statement statement, SQLException error) {
    if (SYNTAX.contains(error.getErrorCode())) {
      return invalid(statement, MysqlErrors.words(error));
    }
    boolean answered = ANSWERS.contains(new MysqlErrors().classify(error));
    return answered && error.getErrorCode() > 0
        ? new Valid()
        : new Unknown("the server does not answer: " + MysqlMask.values(error.getMessage() + ""));
  }

  private static Verdict invalid(Statement statement, String said) {
    Matcher place = PLACE.matcher(said);
    int offset =
        place.find()
            ? offset(statement.text(), place.group(1), Integer.parseInt(place.group(2)))
            : 0;
    return new Invalid(Positions.of(statement, offset), MysqlMask.values(said));
  }

  /** The server quotes up to 80 characters from the fault on, and counts lines from 1. */
  private static int offset(String text, String near, int line) {
    int from = 0;
    for (int i = 1; i < line && from >= 0; i++) {
      from = text.indexOf('\n', from) + 1;
    }
    if (near.isEmpty()) {
      return text.length();
    }
    int found = text.indexOf(near, from);
    return found < 0 ? from : found;
  }
}
