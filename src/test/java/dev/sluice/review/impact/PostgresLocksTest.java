package dev.sluice.review.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.TargetDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the review says about locks and work, against what a real PostgreSQL does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresLocksTest {
  private final TestDatabase database = EmbeddedDatabases.postgres();
  private final Connection connection = database.connect();
  private Catalog catalog = Catalog.unread(Dialect.POSTGRESQL);

  PostgresLocksTest() throws SQLException {}

  @BeforeAll
  void prepare() throws SQLException, IOException {
    database.execute(
        Files.readString(Path.of("src/test/resources/review/postgresql-locks-schema.sql")));
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("shop", "test"), Dialect.POSTGRESQL, database.settings());
    try (Connection review = target.openForReview()) {
      catalog = target.readCatalog(review);
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  /** The statements are src/test/resources/review/postgresql-locks.csv. */
  @ParameterizedTest
  @CsvFileSource(resources = "/review/postgresql-locks.csv", delimiter = '|', quoteCharacter = '\0')
  void theServerTakesTheLocksAndDoesTheWorkThatIsSaid(String sql) throws SQLException {
    MeasuredLocks measured = MeasuredLocks.of(connection, sql);

    List<Impact> said = impacts(sql);
    assertThat(locks(said, measured.locks())).as("locks said").isEqualTo(measured.locks());
    for (Impact impact : said) {
      impact
          .table()
          .filter(t -> impact.work() != Work.ROWS && measured.work().containsKey(t.name()))
          .ifPresent(
              t ->
                  assertThat(impact.work())
                      .as("work said on " + t)
                      .isEqualTo(measured.work().get(t.name())));
    }
  }

  /** These run in no transaction: what they take is seen while they wait for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY i ON orders (total)",
        "DROP INDEX CONCURRENTLY orders_status",
        "REINDEX TABLE CONCURRENTLY orders",
        "REINDEX INDEX CONCURRENTLY orders_status",
        "VACUUM orders",
        "VACUUM (FULL) orders",
        "ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY"
      })
  void whatRunsAloneWaitsForTheLockThatIsSaid(String sql) throws SQLException {
    List<Impact> said = impacts(sql);
    String table = said.get(0).table().orElseThrow().name();
    try (Connection alone = database.connect();
        Statement blocker = connection.createStatement()) {
      int pid = pid(alone);
      connection.setAutoCommit(false);
      blocker.execute("lock table " + table + " in share update exclusive mode");
      CompletableFuture<Void> run = CompletableFuture.runAsync(() -> attempt(alone, sql));
      await().until(() -> !awaited(pid).isEmpty());

      assertThat(awaited(pid)).containsEntry(table, PostgresLock.named(said.get(0).lock()));

      database.execute("select pg_cancel_backend(" + pid + ")");
      run.join();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private List<Impact> impacts(String sql) {
    List<Action> actions =
        new SqlReader().read(sql, Dialect.POSTGRESQL).statements().get(0).actions();
    Impacts impacts = Impacts.of(Dialect.POSTGRESQL);
    return actions.stream().map(a -> impacts.of(a, catalog)).toList();
  }

  /**
   * Partitions and children are locked with their parents, which is not said one by one; a lock
   * without a table is one on whatever the server finds.
   */
  private static Map<String, PostgresLock> locks(
      List<Impact> said, Map<String, PostgresLock> measured) {
    Map<String, PostgresLock> locks = new TreeMap<>();
    said.stream()
        .flatMap(i -> i.locks().stream())
        .filter(l -> !l.table().name().startsWith("orders_") && !l.table().name().equals("days_id"))
        .forEach(
            l ->
                locks.merge(
                    l.table().name(),
                    PostgresLock.named(l.lock()),
                    (a, b) -> a.compareTo(b) >= 0 ? a : b));
    locks.values().removeIf(l -> l.compareTo(PostgresLock.SHARE_UPDATE_EXCLUSIVE) < 0);
    said.stream()
        .filter(i -> i.table().isEmpty() && !i.lock().isEmpty())
        .forEach(i -> measured.keySet().forEach(t -> locks.put(t, PostgresLock.named(i.lock()))));
    Map.of("events", "events_1", "visits", "visits_old")
        .forEach(
            (parent, child) -> {
              PostgresLock lock = locks.get(parent);
              if (lock != null && measured.containsKey(child)) {
                locks.putIfAbsent(child, lock);
              }
            });
    return locks;
  }

  private Map<String, PostgresLock> awaited(int pid) throws SQLException {
    try (Connection looking = database.connect()) {
      return MeasuredLocks.awaited(looking, pid);
    }
  }

  private static int pid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** It is cancelled in the end. */
  private static void attempt(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException cancelled) {
      assertThat(cancelled.getSQLState()).isEqualTo("57014");
    }
  }
}
