package dev.sluice.target;

import dev.sluice.setting.Secret;
import dev.sluice.sql.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Real databases for tests: one PostgreSQL, MySQL and MariaDB server per JVM, each started at first
 * use, with a fresh database per call; SQLite files. A server that does not start fails the test
 * that asked for it, unless {@code -Dsluice.skipDatabases=true} says that such tests may be
 * skipped.
 */
public final class EmbeddedDatabases {
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable EmbeddedServer mysql;
  private static @Nullable EmbeddedServer mariadb;

  private EmbeddedDatabases() {}

  /** A fresh, empty database on the shared PostgreSQL server. */
  public static TestDatabase postgres() {
    skipWhenAsked("PostgreSQL");
    EmbeddedPostgres running = server();
    String name = "t" + COUNTER.incrementAndGet();
    new TestDatabase(running.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
        .execute("create database " + name);
    return new TestDatabase(
        "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + name, "postgres", "postgres");
  }

  /** A fresh, empty database on the shared MySQL server. */
  public static TestDatabase mysql() {
    skipWhenAsked("MySQL");
    return mysqlServer().database();
  }

  /** A fresh, empty database on the shared MariaDB server. */
  public static TestDatabase mariadb() {
    skipWhenAsked("MariaDB");
    return mariadbServer().database();
  }

  /** A fresh, empty database of the engine; for SQLite a file in the directory. */
  public static TestDatabase of(Dialect dialect, Path directory) {
    return switch (dialect) {
      case POSTGRESQL -> postgres();
      case MYSQL -> mysql();
      case MARIADB -> mariadb();
      case SQLITE -> sqlite(directory);
    };
  }

  /** A fresh SQLite file in the directory; it comes into being at the first connection. */
  public static TestDatabase sqlite(Path directory) {
    Path file = directory.resolve("t" + COUNTER.incrementAndGet() + ".db");
    return new TestDatabase("jdbc:sqlite:" + file, "", "");
  }

  private static synchronized EmbeddedServer mysqlServer() {
    if (mysql == null) {
      mysql = EmbeddedServer.mysql();
    }
    return mysql;
  }

  private static synchronized EmbeddedServer mariadbServer() {
    if (mariadb == null) {
      mariadb = EmbeddedServer.mariadb();
    }
    return mariadb;
  }

  private static void skipWhenAsked(String server) {
    if (Boolean.getBoolean("sluice.skipDatabases")) {
      System.out.println(
          "SKIPPED: needs " + server + ", and -Dsluice.skipDatabases=true was given");
      Assumptions.abort("-Dsluice.skipDatabases=true");
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
      }
    }
    return server;
  }

  /** How to reach one test database. */
  public record TestDatabase(String url, String username, String password) {
    public Connection connect() throws SQLException {
      String ofDriver = url.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
      return DriverManager.getConnection(ofDriver, username, password);
    }

    /** The settings of a target with short timeouts; the review uses the same account. */
    public TargetSettings settings() {
      return new TargetSettings(
          "test",
          Optional.empty(),
          url,
          Optional.of(username).filter(u -> !u.isEmpty()),
          Optional.of(password).filter(p -> !p.isEmpty()).map(Secret::parse),
          Optional.empty(),
          Optional.empty(),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofMinutes(1));
    }

    /** Runs each text as one statement in its own transaction. */
    public void execute(String... statements) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
