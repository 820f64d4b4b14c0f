package dev.sluice.deploy.executor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few ways in which engines talk to their driver. */
final class Jdbc {
  private static final int MAX_WARNINGS = 50;

  private Jdbc() {}

  /**
   * Runs a script's statement and reads all of its results: a query whose rows are not read may not
   * have run to its end.
   */
  static Ran run(Connection connection, String sql, Function<SQLWarning, String> words)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(1000);
      boolean isQuery = statement.execute(sql);
      OptionalLong rows = OptionalLong.empty();
      while (true) {
        if (isQuery) {
          rows = plus(rows, drain(statement));
        } else if (statement.getUpdateCount() == -1) {
          break;
        } else {
          rows = plus(rows, statement.getLargeUpdateCount());
        }
        isQuery = statement.getMoreResults();
      }
      return new Ran(rows, warnings(statement.getWarnings(), words));
    }
  }

  private static long drain(Statement statement) throws SQLException {
    long count = 0;
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }

  private static OptionalLong plus(OptionalLong sum, long more) {
    return OptionalLong.of(sum.orElse(0) + more);
  }

  private static List<String> warnings(
      @Nullable SQLWarning first, Function<SQLWarning, String> words) {
    List<String> result = new ArrayList<>();
    for (SQLWarning w = first; w != null && result.size() < MAX_WARNINGS; w = w.getNextWarning()) {
      result.add(words.apply(w));
    }
    return result;
  }

  /** The codes of the warnings that a statement of ours leaves. */
  static Stream<Integer> warningCodes(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      Stream.Builder<Integer> codes = Stream.builder();
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        codes.add(w.getErrorCode());
      }
      return codes.build();
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** The first column of each row as text. */
  static List<String> column(Connection connection, String sql, Object... values)
      throws SQLException {
    List<String> result = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          result.add(String.valueOf(rows.getString(1)));
        }
      }
    }
    return result;
  }

  static Optional<String> first(Connection connection, String sql, Object... values)
      throws SQLException {
    return column(connection, sql, values).stream().findFirst();
  }
}
