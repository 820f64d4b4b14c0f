package dev.sluice.target;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.SchemaContents;
import dev.sluice.catalog.ServerVersion;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code pg_catalog} of PostgreSQL 12 and later in six queries, whatever the number of
 * tables.
 */
final class PostgresqlCatalogReader implements CatalogReader {
  private static final String SERVER =
      """
      select current_setting('server_version_num')::int as number,
        current_setting('server_version') as version,
        current_schemas(false)::text[] as path,
        array(select nspname::text from pg_namespace
          where nspname !~ '^pg_' and nspname <> 'information_schema') as schemas
      """;

  /** Every change of a definition makes new versions of rows of these tables. */
  private static final String FINGERPRINT =
      """
      select concat_ws(' ', current_setting('server_version'), current_schemas(false)::text,
        (select count(*) || ':' || sum(hashtext(oid || ':' || xmin)) from pg_namespace),
        (select count(*) || ':' || sum(hashtext(oid || ':' || xmin)) from pg_class
          where relkind <> 't'),
        (select count(*) || ':' || sum(hashtext(attrelid || '.' || attnum || ':' || xmin))
          from pg_attribute where attnum > 0),
        (select count(*) || ':' || sum(hashtext(oid || ':' || xmin)) from pg_attrdef),
        (select count(*) || ':' || sum(hashtext(oid || ':' || xmin)) from pg_constraint),
        (select count(*) || ':' || sum(hashtext(indexrelid || ':' || xmin)) from pg_index))
      """;

  @Override
  public Catalog read(Connection connection) throws SQLException {
    return ReadOnly.transaction(connection, PostgresqlCatalogReader::contents);
  }

  private static Catalog contents(Connection connection) throws SQLException {
    Server server = Rows.list(connection, SERVER, PostgresqlCatalogReader::server).get(0);
    PostgresqlTables tables = PostgresqlTables.read(connection);
    Set<String> schemas = new HashSet<>(server.schemas);
    return Catalog.of(
        Dialect.POSTGRESQL,
        server.version,
        new SchemaContents(schemas, server.path, tables.tables(), tables.others()));
  }

  private record Server(ServerVersion version, List<String> path, List<String> schemas) {}

  private static Server server(ResultSet row) throws SQLException {
    int number = row.getInt("number");
    return new Server(
        new ServerVersion(number / 10_000, number % 10_000, row.getString("version")),
        Rows.texts(row, "path"),
        Rows.texts(row, "schemas"));
  }

  @Override
  public String fingerprint(Connection connection) throws SQLException {
    return Rows.text(connection, FINGERPRINT);
  }
}
