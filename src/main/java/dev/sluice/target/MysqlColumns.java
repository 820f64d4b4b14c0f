package dev.sluice.target;

import dev.sluice.catalog.Column;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.action.DataTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Columns out of {@code information_schema.columns}. MySQL writes a default's value, MariaDB its
 * expression; both become the expression that a script would have.
 */
final class MysqlColumns {
  private static final Set<String> NUMBERS =
      Set.of(
          "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "bit");

  private MysqlColumns() {}

  static Column column(ResultSet row, Dialect dialect) throws SQLException {
    Generation generation = generation(row.getString("extra").toUpperCase(Locale.ROOT));
    boolean computed = generation == Generation.STORED || generation == Generation.VIRTUAL;
    Optional<String> expression =
        computed ? Rows.optional(row, "generation") : defaultExpression(row, dialect);
    return new Column(
        dialect.fold(row.getString("name"), false),
        DataTypes.parse(row.getString("type"), dialect),
        row.getBoolean("nullable"),
        expression,
        generation,
        Rows.optional(row, "collation_name"));
  }

  private static Generation generation(String extra) {
    if (extra.contains("AUTO_INCREMENT")) {
      return Generation.IDENTITY;
    }
    if (extra.contains("STORED GENERATED") || extra.contains("PERSISTENT")) {
      return Generation.STORED;
    }
    return extra.contains("VIRTUAL GENERATED") ? Generation.VIRTUAL : Generation.NONE;
  }

  private static Optional<String> defaultExpression(ResultSet row, Dialect dialect)
      throws SQLException {
    Optional<String> value = Rows.optional(row, "default_value");
    if (dialect == Dialect.MARIADB) {
      return value.filter(v -> !v.equals("NULL"));
    }
    boolean expression =
        row.getString("extra").contains("DEFAULT_GENERATED")
            || NUMBERS.contains(row.getString("base_type"));
    return value.map(
        v ->
            expression || v.startsWith("CURRENT_TIMESTAMP") ? v : "'" + v.replace("'", "''") + "'");
  }
}
