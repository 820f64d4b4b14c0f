package dev.sluice.benchmark;

import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * How many rows and bytes of a table a server checks, indexes and rewrites in a second: the source
 * of the figures in {@code review.impact.Pace}.
 */
final class TablePace {
  private static final int ROWS = Integer.getInteger("sluice.benchmark.rows", 1_000_000);
  private static final int ROUNDS = 3;

  private static final String POSTGRES_TABLE =
      """
      create table t as select n::bigint as id, n %% 1000 as a, md5(n::text) as b,
        md5((n + 1)::text) as c, now() as d from generate_series(1, %d) n
      """;

  private static final String DIGITS = "create table digits (n int primary key)";
  private static final String DIGIT_ROWS =
      "insert into digits values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)";
  private static final String MYSQL_TABLE =
      """
      create table t (id bigint not null primary key auto_increment, a int not null,
        b varchar(40), c varchar(40), d datetime) character set utf8mb4
      """;
  private static final String MYSQL_ROWS =
      """
      insert into t (a, b, c, d) select 100 * f.n + 10 * e.n + d.n, md5(rand()), md5(rand()), now()
      from digits a, digits b, digits c, digits d, digits e, digits f limit %d
      """;

  private record Trial(String work, String sql, String undo) {}

  private TablePace() {}

  static void run() throws SQLException {
    TestDatabase postgres = EmbeddedDatabases.postgres();
    postgres.execute(
        POSTGRES_TABLE.formatted(ROWS), "alter table t add primary key (id)", "analyze t");
    measure(
        "PostgreSQL",
        postgres,
        "select pg_table_size('t')",
        List.of(
            new Trial(
                "scan",
                "alter table t add constraint x check (a >= 0)",
                "alter table t drop constraint x"),
            new Trial("index build, numbers", "create index i on t (a)", "drop index i"),
            new Trial("index build, text", "create index i on t (b)", "drop index i"),
            new Trial("update", "update t set a = a + 1", "vacuum t"),
            new Trial(
                "rewrite",
                "alter table t alter a type bigint using a + 0",
                "alter table t alter a type int")));
    for (boolean mariadb : new boolean[] {false, true}) {
      TestDatabase database = mariadb ? EmbeddedDatabases.mariadb() : EmbeddedDatabases.mysql();
      database.execute(
          DIGITS, DIGIT_ROWS, MYSQL_TABLE, MYSQL_ROWS.formatted(ROWS), "analyze table t");
      measure(
          mariadb ? "MariaDB" : "MySQL",
          database,
          "select data_length from information_schema.tables"
              + " where table_schema = database() and table_name = 't'",
          List.of(
              new Trial("scan", "do (select count(*) from t where a + id < 0)", "do 0"),
              new Trial("index build, numbers", "create index i on t (a)", "drop index i on t"),
              new Trial("index build, text", "create index i on t (b)", "drop index i on t"),
              new Trial("update", "update t set a = a + 1", "do 0"),
              new Trial("rewrite in place", "alter table t force", "do 0"),
              new Trial(
                  "rewrite by copying",
                  "alter table t modify a bigint not null",
                  "alter table t modify a int not null")));
    }
  }

  private static void measure(String server, TestDatabase database, String size, List<Trial> trials)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      long bytes = number(statement, size);
      System.out.printf("%s: %d rows, %d MB%n", server, ROWS, bytes >> 20);
      for (Trial trial : trials) {
        Figures figures = new Figures();
        for (int round = 0; round < ROUNDS; round++) {
          long start = System.nanoTime();
          statement.execute(trial.sql);
          figures.add(System.nanoTime() - start);
          statement.execute(trial.undo);
        }
        double seconds = figures.median() / 1000;
        System.out.printf(
            Locale.ROOT,
            "%-22s %7.2f s  %,12.0f rows/s  %7.1f MB/s%n",
            trial.work,
            seconds,
            ROWS / seconds,
            bytes / seconds / (1 << 20));
      }
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
