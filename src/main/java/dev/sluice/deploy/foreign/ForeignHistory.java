package dev.sluice.deploy.foreign;

import dev.sluice.sql.Dialect;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the history of one tool; a class per tool. */
public interface ForeignHistory {
  /** The table's usual name. */
  String table(Dialect dialect);

  /** What to select from it, after the word select, with {@code %s} for the table. */
  String query();

  ForeignScript row(ResultSet row) throws SQLException;

  /**
   * In the order in which it ran.
   *
   * @param table its name, or schema.name, where it is not the usual one
   */
  default Looked<List<ForeignScript>> read(TargetDatabase target, Optional<String> table) {
    Dialect dialect = target.dialect();
    String name = quoted(table.orElseGet(() -> table(dialect)), dialect);
    List<ForeignScript> scripts = new ArrayList<>();
    try (Connection connection = target.openForReview();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + query().formatted(name))) {
      while (row.next()) {
        scripts.add(row(row));
      }
      return new Looked.Seen<>(scripts);
    } catch (SQLException e) {
      return new Looked.Unreachable<>(target.explain(e).message());
    }
  }

  /** A name from outside, ready for SQL. */
  static String quoted(String name, Dialect dialect) {
    String quote = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB ? "`" : "\"";
    return Stream.of(name.split("\\.", -1))
        .map(part -> quote + part.replace(quote, quote + quote) + quote)
        .collect(Collectors.joining("."));
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? Instant.EPOCH : at.toInstant();
  }
}
