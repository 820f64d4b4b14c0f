package dev.sluice.target;

import dev.sluice.setting.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections to PostgreSQL; the driver is called directly, DriverManager has no say. */
final class PostgresqlConnections {
  /** An open transaction of ours that does nothing holds locks; the server then ends it. */
  private static final Duration IDLE_IN_TRANSACTION = Duration.ofMinutes(5);

  static final Duration REVIEW_STATEMENT = Duration.ofSeconds(30);

  private PostgresqlConnections() {}

  static Connection deploy(TargetSettings settings, String purpose) throws SQLException {
    Connection connection = open(settings, settings.username(), settings.password(), purpose);
    limit(connection, settings.lockTimeout(), settings.statementTimeout());
    noticeDeadClients(connection);
    return connection;
  }

  static Connection review(TargetSettings settings) throws SQLException {
    boolean own = settings.reviewUsername().isPresent();
    Connection connection =
        open(
            settings,
            own ? settings.reviewUsername() : settings.username(),
            own ? settings.reviewPassword() : settings.password(),
            "review");
    // setReadOnly of the driver leaves autocommit alone
    Rows.execute(connection, "set session characteristics as transaction read only");
    limit(connection, settings.lockTimeout(), REVIEW_STATEMENT);
    return connection;
  }

  private static Connection open(
      TargetSettings settings, Optional<String> username, Optional<Secret> password, String purpose)
      throws SQLException {
    Properties properties = new Properties();
    username.ifPresent(u -> properties.setProperty("user", u));
    password.ifPresent(p -> properties.setProperty("password", p.reveal()));
    String seconds = String.valueOf(Math.max(1, settings.connectTimeout().toSeconds()));
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "sluice " + purpose);
    // no socketTimeout: a long ALTER TABLE is silent, and statement_timeout watches over it
    Connection connection = new Driver().connect(settings.url(), properties);
    if (connection == null) {
      throw new SQLException("the url is not one of PostgreSQL", "08001");
    }
    return connection;
  }

  /** By SET and not by startup options, which poolers refuse. */
  private static void limit(Connection connection, Duration lock, Duration statement)
      throws SQLException {
    set(connection, "lock_timeout", lock);
    set(connection, "statement_timeout", statement);
    set(connection, "idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION);
  }

  private static void set(Connection connection, String setting, Duration value)
      throws SQLException {
    Rows.execute(connection, "set " + setting + " = " + value.toMillis());
  }

  /** Without it the statement of a killed Sluice runs on to its end and holds our lock. */
  private static void noticeDeadClients(Connection connection) throws SQLException {
    try {
      Rows.execute(connection, "set client_connection_check_interval = '1s'");
    } catch (SQLException e) {
      boolean unsupported = "42704".equals(e.getSQLState()) || "22023".equals(e.getSQLState());
      if (!unsupported) { // before PostgreSQL 14, or a server on a system that cannot
        throw e;
      }
    }
  }
}
