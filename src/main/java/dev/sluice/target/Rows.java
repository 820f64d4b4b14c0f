package dev.sluice.target;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small queries without ceremony. */
final class Rows {
  private Rows() {}

  /** Makes something of the current row. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(Connection connection, String sql, Mapper<T> mapper, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(mapper.map(rows));
        }
        return list;
      }
    }
  }

  /** The first column of the only row. */
  static String text(Connection connection, String sql, Object... values) throws SQLException {
    List<String> list = list(connection, sql, r -> String.valueOf(r.getString(1)), values);
    if (list.size() != 1) {
      throw new SQLException(list.size() + " rows instead of one: " + sql);
    }
    return list.get(0);
  }

  /** The rows of a query without parameters: a question mark is an operator. */
  static <T> List<T> plainList(Connection connection, String sql, Mapper<T> mapper)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(sql)) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(mapper.map(rows));
        }
        return list;
      }
    }
  }

  /** The only row of such a query. */
  static <T> T plain(Connection connection, String sql, Mapper<T> mapper) throws SQLException {
    List<T> list = plainList(connection, sql, mapper);
    if (list.size() != 1) {
      throw new SQLException(list.size() + " rows instead of one");
    }
    return list.get(0);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  static Optional<String> optional(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<String> optional(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** An array of text; empty for NULL. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    @Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
