package dev.sluice.target;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.SchemaContents;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;

/** Reads {@code information_schema} for the connection's own database, in few queries. */
final class MysqlCatalogReader implements CatalogReader {
  private static final String SCHEMAS = "select schema_name from information_schema.schemata";

  /** Names and definitions, and nothing that follows the rows. */
  private static final String FINGERPRINT =
      """
      select concat_ws(' ', version(), database(),
        (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', table_name, table_type,
            engine, row_format, table_collation, create_options, table_comment))), 0))
          from information_schema.tables where table_schema = database()
            and table_name not like '\\_sluice\\_%%'),
        (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', table_name, column_name,
            ordinal_position, column_default, is_nullable, column_type, collation_name, extra,
            generation_expression, column_comment))), 0))
          from information_schema.columns where table_schema = database()
            and table_name not like '\\_sluice\\_%%'),
        (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', table_name, index_name,
            non_unique, seq_in_index, column_name, sub_part, index_type))), 0))
          from information_schema.statistics where table_schema = database()
            and table_name not like '\\_sluice\\_%%'),
        (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', table_name,
            constraint_name, ordinal_position, column_name, referenced_table_name,
            referenced_column_name))), 0))
          from information_schema.key_column_usage where table_schema = database()
            and table_name not like '\\_sluice\\_%%'),
        (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', constraint_name,
            delete_rule, update_rule))), 0))
          from information_schema.referential_constraints where constraint_schema = database()),
        (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', table_name,
            view_definition))), 0))
          from information_schema.views where table_schema = database())%s)
      """;

  private static final String CHECKS =
      """
      , (select concat(count(*), ':', coalesce(sum(crc32(concat_ws('|', constraint_name,
            check_clause))), 0))
          from information_schema.check_constraints where constraint_schema = database())
      """;

  private final Dialect dialect;

  MysqlCatalogReader(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Catalog read(Connection connection) throws SQLException {
    return MysqlReading.transaction(connection, this::contents);
  }

  private Catalog contents(Connection connection) throws SQLException {
    MysqlTables tables = MysqlTables.read(connection, dialect);
    List<String> schemas = Rows.list(connection, SCHEMAS, r -> dialect.fold(r.getString(1), false));
    return Catalog.of(
        dialect,
        MysqlVersions.read(connection),
        new SchemaContents(
            new HashSet<>(schemas),
            List.of(tables.schema()),
            List.copyOf(tables.tables().values()),
            tables.others()));
  }

  @Override
  public String fingerprint(Connection connection) throws SQLException {
    String checks = MysqlQueries.tellsChecks(connection) ? CHECKS : "";
    return Rows.text(connection, FINGERPRINT.formatted(checks));
  }
}
