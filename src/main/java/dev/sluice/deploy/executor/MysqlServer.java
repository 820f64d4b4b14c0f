package dev.sluice.deploy.executor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which server it is.
 *
 * @param version major, minor and patch as one number: 8.0.21 is 80021
 */
record MysqlServer(boolean mariadb, int version) {
  private static final Pattern NUMBERS = Pattern.compile("^(\\d+)\\.(\\d+)\\.(\\d+)");

  static MysqlServer of(Connection connection) throws SQLException {
    return parse(Jdbc.first(connection, "select version()").orElse(""));
  }

  static MysqlServer parse(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    int number =
        numbers.find()
            ? Integer.parseInt(numbers.group(1)) * 10000
                + Integer.parseInt(numbers.group(2)) * 100
                + Integer.parseInt(numbers.group(3))
            : 0;
    return new MysqlServer(version.toLowerCase(Locale.ROOT).contains("mariadb"), number);
  }

  /** Whether a crash of the server leaves all of a DDL statement or nothing of it. */
  boolean atomicDdl() {
    return version >= (mariadb ? 100600 : 80000);
  }

  /** Whether that holds for CREATE TABLE … SELECT, which is two transactions in older servers. */
  boolean atomicCreateSelect() {
    return !mariadb && version >= 80021;
  }

  /** The server's clock in seconds, and since when it is up, by the same clock. */
  record Times(long now, long startedAt) {}

  static Times times(Connection connection) throws SQLException {
    long now = Long.parseLong(Jdbc.first(connection, "select unix_timestamp()").orElseThrow());
    try (PreparedStatement query = connection.prepareStatement("show global status like 'Uptime'");
        ResultSet row = query.executeQuery()) {
      return new Times(now, row.next() ? now - row.getLong(2) : now);
    }
  }
}
