package dev.sluice.target;

import dev.sluice.probe.Dependant;
import dev.sluice.probe.Probe;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What differs between engines when rows are asked for. */
interface ProbeEngine {
  /** A column's or an alias's name, as it stands in a query. */
  String quote(String name);

  /** A table of the catalog, as it stands in a query. */
  String table(Connection connection, ObjectName table) throws SQLException;

  /** What the planner thinks of a query, which is not run. */
  Plan explain(Connection connection, String query) throws SQLException;

  /** Whether explaining runs nothing of the query, whatever functions it calls. */
  boolean explainsWithoutRunning();

  /** What hangs on an object, each once, and what becomes of it. */
  List<Dependant> dependants(Connection connection, Probe.Dependants probe) throws SQLException;

  /** From now on the server ends what runs longer. */
  void limit(Connection connection, Duration limit) throws SQLException;

  /** Takes the limit back. */
  void unlimit(Connection connection) throws SQLException;

  /**
   * @param rows empty where the engine does not estimate
   * @param scanned tables, or their aliases, of which every row is read
   */
  record Plan(OptionalLong rows, List<String> scanned) {}
}
