package dev.sluice.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.probe.Dependant;
import dev.sluice.probe.Probe;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** EXPLAIN calls no volatile function. */
final class PostgresqlProbes implements ProbeEngine {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String table(Connection connection, ObjectName table) {
    return table.schema().map(s -> quote(s) + ".").orElse("") + quote(table.name());
  }

  @Override
  public Plan explain(Connection connection, String query) throws SQLException {
    String text = Rows.plain(connection, "explain (format json) " + query, r -> r.getString(1));
    try {
      JsonNode top = JSON.readTree(text).path(0).path("Plan");
      List<String> scanned = new ArrayList<>();
      scans(top, scanned);
      return new Plan(OptionalLong.of(top.path("Plan Rows").asLong()), scanned);
    } catch (JsonProcessingException e) {
      throw new SQLException("the plan is no JSON", e);
    }
  }

  private static void scans(JsonNode node, List<String> scanned) {
    if (node.path("Node Type").asText().equals("Seq Scan")) {
      scanned.add(node.path("Relation Name").asText());
    }
    node.path("Plans").forEach(child -> scans(child, scanned));
  }

  @Override
  public boolean explainsWithoutRunning() {
    return true;
  }

  @Override
  public List<Dependant> dependants(Connection connection, Probe.Dependants probe)
      throws SQLException {
    return new PostgresqlDependants(connection).of(probe);
  }

  @Override
  public void limit(Connection connection, Duration limit) throws SQLException {
    Rows.execute(connection, "set statement_timeout = " + Math.max(1, limit.toMillis()));
  }

  @Override
  public void unlimit(Connection connection) throws SQLException {
    limit(connection, PostgresqlConnections.REVIEW_STATEMENT);
  }
}
