package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabasesTest {
  @Test
  void everyCallGivesAFreshPostgres() throws SQLException {
    EmbeddedDatabases.postgres().execute("create table t(a int)");
    TestDatabase second = EmbeddedDatabases.postgres();
    second.execute("create table t(a int)");
    try (Connection connection = second.connect()) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isGreaterThanOrEqualTo(18);
    }
  }

  @Test
  void everyCallGivesAFreshMysql() throws SQLException {
    assertThat(version(EmbeddedDatabases.mysql())).startsWith("8.0.");
    assertThat(version(EmbeddedDatabases.mysql())).startsWith("8.0.");
  }

  @Test
  void everyCallGivesAFreshMariadb() throws SQLException {
    assertThat(version(EmbeddedDatabases.mariadb())).contains("11.4.", "MariaDB");
    assertThat(version(EmbeddedDatabases.mariadb())).contains("11.4.", "MariaDB");
  }

  private static String version(TestDatabase database) throws SQLException {
    database.execute("create table t(a int)");
    try (Connection connection = database.connect()) {
      return Rows.text(connection, "select version()");
    }
  }

  @Test
  void committedWorkSurvivesACrashOfTheServer() throws SQLException {
    try (EmbeddedServer server = EmbeddedServer.mariadb()) {
      TestDatabase database = server.database();
      database.execute("create table t(a int)", "insert into t values (1)");
      server.crashAndRestart();
      try (Connection connection = database.connect()) {
        assertThat(Rows.text(connection, "select count(*) from t")).isEqualTo("1");
      }
    }
  }

  @Test
  void everyCallGivesAFreshSqlite(@TempDir Path directory) {
    EmbeddedDatabases.sqlite(directory).execute("create table t(a int)");
    EmbeddedDatabases.sqlite(directory).execute("create table t(a int)");
  }
}
