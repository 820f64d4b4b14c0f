package dev.sluice.target;

import dev.sluice.change.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A named lock of the session. Such names are the server's, not the database's, and may have 64
 * characters. The lock outlives commits and DDL. A session could take it several times over, and
 * would then have to release it as often; we ask first.
 */
final class MysqlLock implements DeploymentLock {
  private static final int MAX_NAME = 64;

  @Override
  public Optional<String> tryLock(Connection connection, TargetSettings settings)
      throws SQLException {
    String name = name(connection);
    String got =
        Rows.text(
            connection,
            "select if(is_used_lock(?) = connection_id(), 1, get_lock(?, 0))",
            name,
            name);
    return got.equals("1") ? Optional.empty() : Optional.of(holder(connection, name));
  }

  private static String holder(Connection connection, String name) throws SQLException {
    String id = Rows.text(connection, "select is_used_lock(?)", name);
    return id.equals("null")
        ? "a session that has just ended"
        : MysqlSessions.words(connection, Long.parseLong(id));
  }

  @Override
  public void unlock(Connection connection, TargetSettings settings) throws SQLException {
    if (!Rows.text(connection, "select release_lock(?)", name(connection)).equals("1")) {
      throw new SQLException(
          "the deployment lock was not held any more; is there a proxy between Sluice and the"
              + " database that shares connections?",
          "55000");
    }
  }

  private static String name(Connection connection) throws SQLException {
    String name = "sluice." + Rows.text(connection, "select database()");
    return name.length() <= MAX_NAME
        ? name
        : name.substring(0, 40) + "." + Sha256.of(name).substring(0, 20);
  }
}
