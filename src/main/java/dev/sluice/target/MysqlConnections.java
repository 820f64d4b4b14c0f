package dev.sluice.target;

import dev.sluice.setting.Secret;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mariadb.jdbc.Driver;

/** Opens connections to MySQL and MariaDB through MariaDB's driver, which is called directly. */
final class MysqlConnections {
  /** One server: what fails over by itself would go on without our lock. */
  private static final Pattern URL =
      Pattern.compile("jdbc:(?:mysql|mariadb)://([^/?,]+/[^/?,]+)(?:\\?(.*))?");

  /** Several statements in one, files of this machine, and other databases than the one named. */
  private static final Pattern REFUSED_OPTIONS =
      Pattern.compile(
          "(?i)(?:^|&)(allowMultiQueries|allowLocalInfile|createDatabaseIfNotExist|autocommit"
              + "|useAffectedRows|transactionReplay|dumpQueriesOnException)=");

  static final Duration REVIEW_STATEMENT = Duration.ofSeconds(30);

  private final Dialect dialect;

  MysqlConnections(Dialect dialect) {
    this.dialect = dialect;
  }

  Connection deploy(TargetSettings settings, String purpose) throws SQLException {
    Connection connection = open(settings, settings.username(), settings.password(), purpose);
    return prepared(connection, c -> limit(c, settings.lockTimeout(), settings.statementTimeout()));
  }

  Connection review(TargetSettings settings) throws SQLException {
    boolean own = settings.reviewUsername().isPresent();
    Connection connection =
        open(
            settings,
            own ? settings.reviewUsername() : settings.username(),
            own ? settings.reviewPassword() : settings.password(),
            "review");
    return prepared(
        connection,
        c -> {
          limit(c, settings.lockTimeout(), REVIEW_STATEMENT);
          if (dialect == Dialect.MYSQL) { // there it is for queries only
            long millis = REVIEW_STATEMENT.toMillis();
            Rows.execute(c, "set session max_execution_time = " + millis);
            refreshSizes(c);
          }
          // holds for each statement outside a transaction too, DDL included
          Rows.execute(c, "set session transaction read only");
        });
  }

  /** Something that makes a new connection ready. */
  @FunctionalInterface
  private interface Preparation {
    void on(Connection connection) throws SQLException;
  }

  private Connection prepared(Connection connection, Preparation preparation) throws SQLException {
    try {
      // the driver's IGNORE_SPACE would be stored in every routine and trigger that we create
      Rows.execute(connection, "set session sql_mode = @@global.sql_mode");
      requireFlavour(connection);
      preparation.on(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection open(
      TargetSettings settings, Optional<String> username, Optional<Secret> password, String purpose)
      throws SQLException {
    Properties properties = new Properties();
    username.ifPresent(u -> properties.setProperty("user", u));
    password.ifPresent(p -> properties.setProperty("password", p.reveal()));
    properties.setProperty("connectTimeout", String.valueOf(settings.connectTimeout().toMillis()));
    properties.setProperty("allowLocalInfile", "false");
    properties.setProperty("connectionAttributes", "sluice:" + purpose.replaceAll("[:,]", " "));
    // no socketTimeout: a long ALTER TABLE is silent
    try {
      Connection connection = new Driver().connect(driverUrl(settings.url()), properties);
      if (connection == null) {
        throw new SQLException("the url is not one of MySQL or MariaDB", "08001");
      }
      return connection;
    } catch (SQLException e) { // whatever the reason, nothing ran
      throw new SQLNonTransientConnectionException(e.getMessage(), "08001", e.getErrorCode(), e);
    }
  }

  private static String driverUrl(String url) throws SQLException {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw new SQLException(
          "the url must name one server and one database: jdbc:mysql://host:3306/name", "08001");
    }
    String options = Optional.ofNullable(matcher.group(2)).orElse("");
    Matcher refused = REFUSED_OPTIONS.matcher(options);
    if (refused.find()) {
      throw new SQLException("the url must not set " + refused.group(1), "08001");
    }
    return "jdbc:mariadb://" + matcher.group(1) + (options.isEmpty() ? "" : "?" + options);
  }

  /** What one accepts, records or locks differs from the other. */
  private void requireFlavour(Connection connection) throws SQLException {
    String version = Rows.text(connection, "select version()");
    Dialect real = MysqlVersions.flavour(version);
    if (real != dialect) {
      throw new SQLNonTransientConnectionException(
          "declared as %s, but the server is %s: write \"engine: %s\""
              .formatted(dialect.id(), version, real.id()),
          "08004");
    }
  }

  /** The server's own limits would let a statement wait for a lock up to a year. */
  private void limit(Connection connection, Duration lock, Duration statement) throws SQLException {
    long seconds = Math.max(1, lock.toSeconds());
    Rows.execute(
        connection,
        "set session lock_wait_timeout = %1$d, innodb_lock_wait_timeout = %1$d".formatted(seconds));
    if (dialect == Dialect.MARIADB) {
      Rows.execute(connection, "set session max_statement_time = " + statement.toMillis() / 1000.0);
    }
  }

  /** MySQL 8 shows sizes that are up to a day old, unless it is told otherwise. */
  private static void refreshSizes(Connection connection) throws SQLException {
    if (MysqlVersions.read(connection).atLeast(8, 0)) {
      Rows.execute(connection, "set session information_schema_stats_expiry = 0");
    }
  }
}
