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
  void everyCallGivesAFreshSqlite(@TempDir Path directory) {
    EmbeddedDatabases.sqlite(directory).execute("create table t(a int)");
    EmbeddedDatabases.sqlite(directory).execute("create table t(a int)");
  }
}
