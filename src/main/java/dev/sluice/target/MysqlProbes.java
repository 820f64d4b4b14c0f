package dev.sluice.target;

import dev.sluice.probe.Dependant;
import dev.sluice.probe.Probe;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** MySQL and MariaDB: both may run a part of a query to explain it. */
final class MysqlProbes implements ProbeEngine {
  private static final Set<String> SCANS = Set.of("ALL", "index");
  private static final Set<String> OUTER = Set.of("SIMPLE", "PRIMARY");

  /** The catalog has names in lower case; on most servers a table has one spelling only. */
  private static final String SPELLING =
      """
      select table_name from information_schema.tables
      where table_schema = database() and lower(table_name) = ? order by table_name limit 1
      """;

  private final Dialect dialect;

  MysqlProbes(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public String table(Connection connection, ObjectName table) throws SQLException {
    List<String> found = Rows.list(connection, SPELLING, r -> r.getString(1), table.name());
    return quote(found.isEmpty() ? table.name() : found.get(0));
  }

  private record Line(String kind, String table, String access, double rows, double filtered) {
    boolean ofAQuery() {
      return table.startsWith("<");
    }
  }

  @Override
  public Plan explain(Connection connection, String query) throws SQLException {
    String explain = dialect == Dialect.MYSQL ? "explain format=traditional " : "explain extended ";
    List<Line> lines = Rows.plainList(connection, explain + query, MysqlProbes::line);
    List<String> scanned = new ArrayList<>();
    double rows = 1;
    for (Line line : lines) {
      if (SCANS.contains(line.access) && !line.ofAQuery()) {
        scanned.add(line.table);
      }
      if (OUTER.contains(line.kind)) {
        rows *= line.rows * line.filtered / 100;
      }
    }
    return new Plan(OptionalLong.of(Math.round(rows)), scanned);
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        Rows.optional(row, "select_type").orElse(""),
        Rows.optional(row, "table").orElse("<none>"),
        Rows.optional(row, "type").orElse(""),
        row.getDouble("rows"),
        row.getDouble("filtered"));
  }

  @Override
  public boolean explainsWithoutRunning() {
    return false;
  }

  @Override
  public List<Dependant> dependants(Connection connection, Probe.Dependants probe)
      throws SQLException {
    return new MysqlDependants(connection).of(probe);
  }

  @Override
  public void limit(Connection connection, Duration limit) throws SQLException {
    String setting =
        dialect == Dialect.MYSQL
            ? "max_execution_time = " + Math.max(1, limit.toMillis())
            : "max_statement_time = " + Math.max(1, limit.toMillis()) / 1000.0;
    Rows.execute(connection, "set session " + setting);
  }

  @Override
  public void unlimit(Connection connection) throws SQLException {
    limit(connection, MysqlConnections.REVIEW_STATEMENT);
  }
}
