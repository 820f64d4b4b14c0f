package dev.sluice.target;

import dev.sluice.catalog.ServerVersion;
import dev.sluice.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 8.0.12}, {@code 11.4.5-MariaDB-log}, and behind a proxy {@code 5.5.5-10.6.1-MariaDB}. */
final class MysqlVersions {
  private static final Pattern NUMBERS = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+).*");

  private MysqlVersions() {}

  static ServerVersion read(Connection connection) throws SQLException {
    return parse(Rows.text(connection, "select version()"));
  }

  static ServerVersion parse(String version) {
    Matcher matcher = NUMBERS.matcher(version);
    return matcher.matches()
        ? new ServerVersion(
            Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), version)
        : new ServerVersion(0, 0, version);
  }

  static Dialect flavour(String version) {
    return version.contains("MariaDB") ? Dialect.MARIADB : Dialect.MYSQL;
  }
}
