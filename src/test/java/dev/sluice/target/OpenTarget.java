package dev.sluice.target;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.catalog.Table;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge.Verdict;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a target: a fresh database, open for a deployment and for a review. */
abstract class OpenTarget {
  final Dialect dialect;
  final TestDatabase database;
  final TargetDatabase target;
  Connection deploy;
  Connection review;

  OpenTarget(Dialect dialect) throws SQLException {
    this.dialect = dialect;
    database = EmbeddedDatabases.of(dialect, Path.of(""));
    target = target(database.settings());
    deploy = database.connect();
    review = database.connect();
  }

  final TargetDatabase target(TargetSettings settings) {
    return TargetDatabase.of(TargetName.of("orders", "test"), dialect, settings);
  }

  @BeforeEach
  void connect() throws SQLException {
    disconnect();
    deploy = target.openForDeploy("rollout #7");
    review = target.openForReview();
  }

  @AfterEach
  void disconnect() throws SQLException {
    deploy.close();
    review.close();
  }

  Table table(String name) throws SQLException {
    return target.readCatalog(review).table(ObjectName.of(name)).orElseThrow();
  }

  Verdict judge(String sql) {
    return target.judge(review).judge(statement(sql));
  }

  Statement statement(String sql) {
    return new SqlReader().read(sql, dialect).statements().get(0);
  }

  ServerError error(String sql) {
    return target.explain(
        catchThrowableOfType(SQLException.class, () -> Rows.execute(deploy, sql)));
  }

  CompletableFuture<SQLException> fail(String sql) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(SQLException.class, () -> Rows.execute(deploy, sql)));
  }
}
