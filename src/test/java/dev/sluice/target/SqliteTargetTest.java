package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.catalog.Table;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTargetTest {
  @TempDir Path directory = Path.of("");
  private TestDatabase database = new TestDatabase("jdbc:sqlite:none", "", "");
  private TargetDatabase target = target(database);

  private static TargetDatabase target(TestDatabase database) {
    return TargetDatabase.of(TargetName.of("orders", "test"), Dialect.SQLITE, database.settings());
  }

  @BeforeEach
  void fresh() {
    database = EmbeddedDatabases.sqlite(directory);
    target = target(database);
  }

  @Test
  void aReviewNeitherWritesNorCreatesTheFile() throws SQLException {
    try (Connection review = target.openForReview()) {
      assertThat(target.readCatalog(review).tables()).isEmpty();
    }
    assertThat(Files.exists(SqliteConnections.file(database.settings()))).isFalse();
    database.execute("create table t(a)");
    try (Connection review = target.openForReview()) {
      assertThat(target.readCatalog(review).tables()).hasSize(1);
      assertThatThrownBy(() -> Rows.execute(review, "drop table t"))
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void theLockIsForOneAndDiesWithItsConnection() throws SQLException {
    Connection first = target.openForDeploy("a");
    try (Connection second = target.openForDeploy("b")) {
      assertThat(target.tryLock(first)).isEmpty();
      assertThat(target.tryLock(first)).isEmpty();
      assertThat(target.tryLock(second)).isPresent();
      assertThat(target(database).tryLock(second)).isPresent();
      first.close();
      assertThat(target.tryLock(second)).isEmpty();
      target.unlock(second);
      assertThatThrownBy(() -> target.unlock(second)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aBusyDatabaseMayBeTriedAgain() throws SQLException {
    database.execute("create table t(a)");
    try (Connection first = target.openForDeploy("a");
        Connection second = target.openForDeploy("b")) {
      Rows.execute(first, "begin immediate");
      SQLException busy =
          catchThrowableOfType(
              SQLException.class, () -> Rows.execute(second, "insert into t values (1)"));
      assertThat(target.classify(busy)).isEqualTo(ErrorClass.RETRYABLE_LOCK);
      assertThat(target.explain(busy).code()).isEqualTo("SQLITE_BUSY");
    }
  }

  @Test
  void smallTablesAreCountedAndOursAreLeftOut() throws SQLException {
    database.execute(
        "create table t(a)", "create table _sluice_history(a)", "insert into t values (1), (2)");
    try (Connection review = target.openForReview()) {
      Table table = target.readCatalog(review).table(ObjectName.of("t")).orElseThrow();
      assertThat(table.size().rows()).hasValue(2);
      assertThat(target.readCatalog(review).tables()).hasSize(1);
    }
  }

  @Test
  void snapshotAndFingerprintFollowTheSchemaAndNotTheRows() throws SQLException {
    database.execute("create table t(a)");
    try (Connection review = target.openForReview()) {
      Snapshot before = target.snapshot(review);
      String fingerprint = target.fingerprint(review);
      database.execute("insert into t values (1)", "create table _sluice_history(a)");
      assertThat(target.snapshot(review)).isEqualTo(before);
      database.execute("create index t_a on t(a)");
      assertThat(target.fingerprint(review)).isNotEqualTo(fingerprint);
      assertThat(SnapshotDiff.between(before, target.snapshot(review)))
          .contains("+INDEX t_a", "+  CREATE INDEX t_a on t(a)")
          .doesNotContain("TABLE");
    }
  }
}
