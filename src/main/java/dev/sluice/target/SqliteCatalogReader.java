package dev.sluice.target;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Relation;
import dev.sluice.catalog.SchemaContents;
import dev.sluice.catalog.ServerVersion;
import dev.sluice.catalog.Table;
import dev.sluice.change.Sha256;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the schema {@code main} of an SQLite database through its pragmas. */
final class SqliteCatalogReader implements CatalogReader {
  private static final String RELATIONS =
      """
      select name, type from pragma_table_list where schema = 'main'
        and name not like 'sqlite\\_%' escape '\\' and name not like '\\_sluice\\_%' escape '\\'
      order by name
      """;

  private static final String DEFINITIONS =
      "select type || name || coalesce(sql, '') from sqlite_master order by type, name";

  @Override
  public Catalog read(Connection connection) throws SQLException {
    return SqliteReading.transaction(connection, SqliteCatalogReader::contents);
  }

  private static Catalog contents(Connection connection) throws SQLException {
    SqliteTables reader = SqliteTables.read(connection);
    Map<ObjectName, Relation> others = new HashMap<>();
    for (Found found :
        Rows.list(connection, RELATIONS, r -> new Found(r.getString(1), r.getString(2)))) {
      if (!found.type.equals("table")) {
        others.put(
            SqliteTables.name(found.name),
            found.type.equals("view") ? Relation.VIEW : Relation.OTHER);
      }
    }
    List<Table> tables = reader.tables();
    return Catalog.of(
        Dialect.SQLITE,
        version(connection),
        new SchemaContents(Set.of("main"), List.of("main"), tables, others));
  }

  /** A row of {@code pragma table_list}. */
  private record Found(String name, String type) {}

  private static ServerVersion version(Connection connection) throws SQLException {
    String text = Rows.text(connection, "select sqlite_version()");
    String[] parts = text.split("\\.");
    return new ServerVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), text);
  }

  @Override
  public String fingerprint(Connection connection) throws SQLException {
    List<String> definitions = Rows.list(connection, DEFINITIONS, r -> r.getString(1));
    return Sha256.of(String.join("\0", definitions));
  }
}
