package dev.sluice.target;

import dev.sluice.probe.Dependant;
import dev.sluice.probe.Probe;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.ProgressHandler;

/** SQLite estimates nothing that it tells. */
final class SqliteProbes implements ProbeEngine {
  private static final Pattern SCAN = Pattern.compile("SCAN (?:TABLE )?(\\S+).*");

  /** Instructions of its virtual machine between two looks at the clock. */
  private static final int INSTRUCTIONS = 10_000;

  /** In double quotes, a name that is not there would be taken for a string. */
  @Override
  public String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public String table(Connection connection, ObjectName table) {
    return "main." + quote(table.name());
  }

  @Override
  public Plan explain(Connection connection, String query) throws SQLException {
    List<String> lines =
        Rows.plainList(connection, "explain query plan " + query, r -> r.getString("detail"));
    List<String> scanned =
        lines.stream().map(SCAN::matcher).filter(Matcher::matches).map(m -> m.group(1)).toList();
    return new Plan(OptionalLong.empty(), scanned);
  }

  @Override
  public boolean explainsWithoutRunning() {
    return true;
  }

  @Override
  public List<Dependant> dependants(Connection connection, Probe.Dependants probe)
      throws SQLException {
    return new SqliteDependants(connection).of(probe);
  }

  @Override
  public void limit(Connection connection, Duration limit) throws SQLException {
    long end = System.nanoTime() + limit.toNanos();
    ProgressHandler.setHandler(
        connection,
        INSTRUCTIONS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return System.nanoTime() > end ? 1 : 0;
          }
        });
  }

  @Override
  public void unlimit(Connection connection) throws SQLException {
    ProgressHandler.clearHandler(connection);
  }
}
