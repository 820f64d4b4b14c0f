package dev.sluice.review.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.TargetDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the review says about algorithms and locks, against real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MysqlLocksTest {
  private static final List<Dialect> SERVERS = List.of(Dialect.MYSQL, Dialect.MARIADB);
  private final Map<Dialect, Connection> connections = new EnumMap<>(Dialect.class);
  private final Map<Dialect, Catalog> catalogs = new EnumMap<>(Dialect.class);
  private MeasuredAlgorithm.Schema schema = new MeasuredAlgorithm.Schema(List.of());

  @BeforeAll
  void prepare() throws SQLException, IOException {
    schema =
        MeasuredAlgorithm.Schema.of(
            Files.readString(Path.of("src/test/resources/review/mysql-locks-schema.sql")));
    for (Dialect dialect : SERVERS) {
      TestDatabase database = EmbeddedDatabases.of(dialect, Path.of(""));
      schema.create(database);
      connections.put(dialect, database.connect());
      TargetDatabase target =
          TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
      try (Connection review = target.openForReview()) {
        catalogs.put(dialect, target.readCatalog(review));
      }
    }
  }

  @AfterAll
  void close() throws SQLException {
    for (Connection connection : connections.values()) {
      connection.close();
    }
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = {"/review/mysql-locks.csv", "/review/mysql-only-locks.csv"},
      delimiter = '|',
      quoteCharacter = '\0')
  void mysqlDoesWhatIsSaid(String sql) throws SQLException {
    compare(sql, Dialect.MYSQL);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = {"/review/mysql-locks.csv", "/review/mariadb-only-locks.csv"},
      delimiter = '|',
      quoteCharacter = '\0')
  void mariadbDoesWhatIsSaid(String sql) throws SQLException {
    compare(sql, Dialect.MARIADB);
  }

  /** The exclusive metadata lock at the beginning: one forgotten reader holds everybody up. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void anInstantChangeWaitsForWhoeverHasReadTheTable(Dialect dialect) throws SQLException {
    TestDatabase database = EmbeddedDatabases.of(dialect, Path.of(""));
    database.execute("create table t (id int primary key)");
    try (Connection reader = database.connect();
        Connection changer = database.connect();
        java.sql.Statement change = changer.createStatement();
        java.sql.Statement read = reader.createStatement()) {
      reader.setAutoCommit(false);
      read.execute("select * from t");
      change.execute("set lock_wait_timeout = 1");

      assertThatThrownBy(() -> change.execute("alter table t add column a int, algorithm=instant"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1205));

      reader.rollback();
      change.execute("alter table t add column a int, algorithm=instant");
    }
  }

  private void compare(String sql, Dialect dialect) throws SQLException {
    Connection connection = Objects.requireNonNull(connections.get(dialect));
    Impact said = said(sql, dialect);

    MeasuredAlgorithm measured = MeasuredAlgorithm.of(connection, schema, sql, dialect);

    assertThat(said.work()).as("work, for " + measured).isEqualTo(measured.work());
    measured
        .instant()
        .ifPresent(
            i ->
                assertThat(takesInstant(sql, dialect))
                    .as("ALGORITHM=INSTANT, for " + measured)
                    .isEqualTo(i));
    measured
        .blocks()
        .ifPresent(b -> assertThat(said.blocks()).as("who waits, for " + measured).isEqualTo(b));
  }

  private boolean takesInstant(String sql, Dialect dialect) {
    return MysqlAnswer.of(last(sql, dialect), before(sql, dialect))
        .filter(a -> !a.refuses("INSTANT"))
        .isPresent();
  }

  private Impact said(String sql, Dialect dialect) {
    return Impacts.of(dialect).of(last(sql, dialect), before(sql, dialect)).stream()
        .max(Comparator.comparing(Impact::work).thenComparing(Impact::blocks))
        .orElseThrow();
  }

  private static Statement last(String sql, Dialect dialect) {
    List<Statement> statements = new SqlReader().read(sql, dialect).statements();
    return statements.get(statements.size() - 1);
  }

  /** What the statements before the last one leave. */
  private Catalog before(String sql, Dialect dialect) {
    Catalog catalog = Objects.requireNonNull(catalogs.get(dialect));
    List<Statement> statements = new SqlReader().read(sql, dialect).statements();
    for (Statement earlier : statements.subList(0, statements.size() - 1)) {
      for (Action action : earlier.actions()) {
        catalog = catalog.after(action);
      }
    }
    return catalog;
  }
}
