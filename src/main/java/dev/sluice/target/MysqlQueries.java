package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The queries behind a catalog of MySQL or MariaDB: of the connection's database, without our own
 * tables.
 */
final class MysqlQueries {
  private static final String OURS = " = database() and t.table_name not like '\\_sluice\\_%' ";

  static final String RELATIONS =
      """
      select t.table_name as name, t.table_type as kind, coalesce(t.table_rows, -1) as row_estimate,
        coalesce(t.data_length, -1) as bytes,
        coalesce(t.create_options, '') like '%partitioned%' as partitioned,
        lower(coalesce(t.engine, '')) as engine, lower(coalesce(t.row_format, '')) as row_format,
        lower(coalesce(t.table_collation, '')) as collation_name
      from information_schema.tables t where t.table_schema
      """
          + OURS
          + "order by t.table_name";

  static final String COLUMNS =
      """
      select t.table_name as owner, t.column_name as name, t.column_type as type,
        t.data_type as base_type, t.is_nullable = 'YES' as nullable,
        t.column_default as default_value, t.extra as extra,
        t.generation_expression as generation,
        t.collation_name as collation_name
      from information_schema.columns t where t.table_schema
      """
          + OURS
          + "order by t.table_name, t.ordinal_position";

  /** With all columns: MySQL has {@code expression} since 8.0.13, MariaDB has none. */
  static final String INDEXES =
      "select t.* from information_schema.statistics t where t.table_schema"
          + OURS
          + "order by t.table_name, t.index_name, t.seq_in_index";

  static final String FOREIGN_KEYS =
      """
      select t.table_name as owner, t.constraint_name as name, t.column_name as column_name,
        t.referenced_table_schema as target_schema, t.referenced_table_name as target,
        t.referenced_column_name as target_column
      from information_schema.key_column_usage t
      where t.referenced_table_name is not null and t.table_schema
      """
          + OURS
          + "order by t.table_name, t.constraint_name, t.ordinal_position";

  private static final String CHECKS_MYSQL =
      """
      select t.table_name as owner, t.constraint_name as name, c.check_clause as expression
      from information_schema.table_constraints t join information_schema.check_constraints c
        on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
      where t.constraint_type = 'CHECK' and t.table_schema
      """
          + OURS
          + "order by t.table_name, t.constraint_name";

  private static final String CHECKS_MARIADB =
      """
      select t.table_name as owner, t.constraint_name as name, t.check_clause as expression
      from information_schema.check_constraints t where t.constraint_schema
      """
          + OURS
          + "order by t.table_name, t.constraint_name";

  /** MySQL before 8.0.16 reads checks and forgets them. */
  private static final String HAS_CHECKS =
      """
      select count(*) from information_schema.tables
      where table_schema = 'information_schema' and table_name = 'CHECK_CONSTRAINTS'
      """;

  private MysqlQueries() {}

  static boolean tellsChecks(Connection connection) throws SQLException {
    return !Rows.text(connection, HAS_CHECKS).equals("0");
  }

  static String checks(Dialect dialect) {
    return dialect == Dialect.MARIADB ? CHECKS_MARIADB : CHECKS_MYSQL;
  }
}
