package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.catalog.Table;
import dev.sluice.change.TargetName;
import dev.sluice.setting.Secret;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge.Invalid;
import dev.sluice.sql.SyntaxJudge.Valid;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(names = {"MYSQL", "MARIADB"})
final class MysqlTargetTest extends OpenTarget {
  MysqlTargetTest(Dialect dialect) throws SQLException {
    super(dialect);
  }

  @Test
  void aReviewConnectionCannotWrite() throws SQLException {
    database.execute("create table t(a int)");
    for (String sql :
        new String[] {
          "create table u(a int)", "insert into t values (1)", "truncate t", "drop table t"
        }) {
      assertThatThrownBy(() -> Rows.execute(review, sql)).hasMessageContaining("READ ONLY");
    }
    assertThat(target.readCatalog(review).tables()).hasSize(1);
  }

  @Test
  void aDeploymentHasItsLimitsAndTheServersOwnMode() throws SQLException {
    assertThat(Rows.text(deploy, "select @@lock_wait_timeout")).isEqualTo("2");
    assertThat(Rows.text(deploy, "select @@innodb_lock_wait_timeout")).isEqualTo("2");
    assertThat(Rows.text(deploy, "select @@sql_mode = @@global.sql_mode")).isEqualTo("1");
    assertThat(Rows.text(deploy, "select @@sql_mode")).doesNotContain("IGNORE_SPACE");
    assertThat(deploy.getAutoCommit()).isTrue();
    assertThatThrownBy(() -> Rows.execute(deploy, "select 1; select 2"))
        .hasMessageContaining("syntax");
  }

  @Test
  void aStatementThatRunsTooLongIsEnded() throws SQLException {
    database.execute("create table t(a int)", "insert into t values (1)");
    TargetSettings settings = database.settings();
    TargetDatabase hasty =
        target(
            new TargetSettings(
                "test",
                Optional.empty(),
                settings.url(),
                settings.username(),
                settings.password(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1)));
    try (Connection connection = hasty.openForDeploy("slow");
        var statement = connection.createStatement()) {
      if (dialect == Dialect.MYSQL) { // it has no limit of its own for what changes something
        statement.setQueryTimeout(1);
      }
      SQLException error =
          catchThrowableOfType(
              SQLException.class,
              () -> statement.execute("update t set a = 2 where benchmark(2000000000, sha1(a))"));
      assertThat(target.classify(error)).isEqualTo(ErrorClass.TIMEOUT_OR_CANCEL);
    }
  }

  @Test
  void theLockIsForOneAndDiesWithItsConnection() throws SQLException {
    assertThat(target.tryLock(deploy)).isEmpty();
    assertThat(target.tryLock(deploy)).isEmpty();
    database.execute("create table t(a int)");
    Rows.execute(deploy, "alter table t add b int");
    try (Connection other = target.openForDeploy("rollout #8")) {
      assertThat(target.tryLock(other).orElseThrow()).contains("session ", "root");
      deploy.close();
      await().until(() -> target.tryLock(other).isEmpty());
      target.unlock(other);
      assertThatThrownBy(() -> target.unlock(other)).hasMessageContaining("not held any more");
    }
  }

  @Test
  void theLockOfOneDatabaseIsNotThatOfAnother() throws SQLException {
    assertThat(target.tryLock(deploy)).isEmpty();
    TestDatabase second = EmbeddedDatabases.of(dialect, Path.of(""));
    try (Connection other = target(second.settings()).openForDeploy("rollout #8")) {
      assertThat(target.tryLock(other)).isEmpty();
    }
  }

  @Test
  void aLockTimeoutMayBeTriedAgainAndTheBlockerIsNamed() throws SQLException {
    database.execute("create table t(a int primary key)", "insert into t values (1)");
    try (Connection blocker = target.openForDeploy("blocker")) {
      Rows.execute(blocker, "start transaction");
      Rows.execute(blocker, "update t set a = 2");
      blocked("alter table t add b int");
      blocked("update t set a = 3");
    }
  }

  private void blocked(String sql) throws SQLException {
    CompletableFuture<SQLException> failure = fail(sql);
    await().until(() -> !target.blockers(review, deploy).isEmpty() || failure.isDone());
    assertThat(target.blockers(review, deploy)).first().asString().contains("in a transaction");
    assertThat(target.classify(failure.join())).isEqualTo(ErrorClass.RETRYABLE_LOCK);
  }

  @Test
  void aCancelledStatementIsNeitherLostNorRefused() throws SQLException {
    database.execute("create table t(a int)", "insert into t values (1)");
    CompletableFuture<SQLException> failure =
        fail("update t set a = 2 where benchmark(2000000000, sha1(a))");
    await()
        .until(
            () -> {
              target.cancel(deploy);
              return failure.isDone();
            });
    assertThat(target.classify(failure.join())).isEqualTo(ErrorClass.TIMEOUT_OR_CANCEL);
    assertThat(Rows.text(deploy, "select a from t")).isEqualTo("1");
  }

  @Test
  void aKilledSessionIsLost() throws SQLException {
    String id = Rows.text(deploy, "select connection_id()");
    CompletableFuture<SQLException> failure = fail("do sleep(60)");
    await()
        .until(
            () ->
                !Rows.text(
                        review,
                        "select count(*) from information_schema.processlist where id = ? and"
                            + " command = 'Query'",
                        id)
                    .equals("0"));
    database.execute("kill " + id);
    assertThat(target.classify(failure.join())).isEqualTo(ErrorClass.LOST);
    SQLException next =
        catchThrowableOfType(SQLException.class, () -> Rows.execute(deploy, "do 1"));
    assertThat(target.classify(next)).isEqualTo(ErrorClass.LOST);
  }

  @Test
  void aServerThatIsNotThereIsNotReachable() {
    for (TestDatabase nowhere :
        new TestDatabase[] {
          new TestDatabase("jdbc:mariadb://127.0.0.1:1/none", "root", "secret-password"),
          new TestDatabase(database.url(), "root", "secret-password"),
          new TestDatabase(
              database.url().replaceAll("/t(\\d+)", "/none$1"),
              database.username(),
              database.password())
        }) {
      TargetDatabase absent = target(nowhere.settings());
      SQLException error =
          catchThrowableOfType(SQLException.class, () -> absent.openForDeploy("test"));
      assertThat(absent.classify(error)).isEqualTo(ErrorClass.NOT_REACHABLE);
      assertThat(absent.whyNotReachable().orElseThrow().toString()).doesNotContain("secret");
    }
    assertThat(target.whyNotReachable()).isEmpty();
  }

  @Test
  void theOtherFlavourIsToldApart() {
    Dialect wrong = dialect == Dialect.MYSQL ? Dialect.MARIADB : Dialect.MYSQL;
    TargetDatabase declared =
        TargetDatabase.of(TargetName.of("orders", "test"), wrong, database.settings());
    assertThat(declared.whyNotReachable().orElseThrow().message())
        .contains("declared as " + wrong.id(), "write \"engine: " + dialect.id() + "\"");
  }

  @Test
  void aUrlNamesOneServerAndSetsNothingDangerous() {
    assertThat(refusal("jdbc:mariadb://one,two/t")).contains("one server");
    assertThat(refusal("jdbc:mariadb:replication://one,two/t")).contains("one server");
    assertThat(refusal("jdbc:mysql://127.0.0.1/")).contains("one database");
    assertThat(refusal("jdbc:mysql://127.0.0.1/t?x=1&allowmultiqueries=true"))
        .contains("must not set allowmultiqueries");
  }

  private String refusal(String url) {
    return target(new TestDatabase(url, "root", "").settings())
        .whyNotReachable()
        .orElseThrow()
        .message();
  }

  @Test
  void aPasswordThatNeedsTlsSaysSo() throws SQLException {
    if (dialect == Dialect.MYSQL) {
      String user = "tls_" + Rows.text(deploy, "select database()");
      database.execute(
          "create user " + user + "@'127.0.0.1' identified by 'secret'",
          "grant select on *.* to " + user + "@'127.0.0.1'");
      TestDatabase plain = new TestDatabase(database.url().replaceAll("\\?.*", ""), user, "secret");
      ServerError error = target(plain.settings()).whyNotReachable().orElseThrow();
      assertThat(error.hint().orElseThrow()).contains("sslMode=verify-full");
      TestDatabase encrypted = new TestDatabase(plain.url() + "?sslMode=trust", user, "secret");
      assertThat(target(encrypted.settings()).whyNotReachable()).isEmpty();
    }
  }

  @Test
  void theAccountsOfTheDocumentationAreEnough() throws Exception {
    database.execute(
        "create table t(a int primary key, b int, key i(b))", "create view v as select a from t");
    String name = Rows.text(deploy, "select database()");
    String text = Files.readString(Path.of("docs/getting-started.md"));
    Matcher block =
        Pattern.compile("MariaDB 10.6 [^`]*```sql\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).isTrue();
    String grants =
        block.group(1).replace("orders.", name + ".").replaceAll("sluice_(\\w+)", "$1_" + name);
    for (Statement grant : new SqlReader().read(grants, dialect).statements()) {
      database.execute(grant.text());
    }
    TargetDatabase guarded = target(accounts("deploy_" + name, "review_" + name));
    try (Connection reviewing = guarded.openForReview();
        Connection deploying = guarded.openForDeploy("test")) {
      assertThat(guarded.readCatalog(reviewing).tables())
          .isEqualTo(target.readCatalog(review).tables());
      assertThat(guarded.readCatalog(reviewing).hasView(ObjectName.of("v"))).isTrue();
      assertThatThrownBy(() -> Rows.execute(reviewing, "select a from t"))
          .hasMessageContaining("denied");
      assertThat(guarded.snapshot(deploying)).isEqualTo(target.snapshot(review));
      assertThat(guarded.tryLock(deploying)).isEmpty();
      assertThat(guarded.blockers(deploying, reviewing)).isEmpty();
      Rows.execute(deploying, "alter table t add c int");
    }
  }

  private TargetSettings accounts(String deploying, String reviewing) {
    TargetSettings s = database.settings();
    return new TargetSettings(
        "test",
        Optional.empty(),
        s.url(),
        Optional.of(deploying),
        Optional.of(Secret.parse("…")),
        Optional.of(reviewing),
        Optional.of(Secret.parse("…")),
        s.connectTimeout(),
        s.lockTimeout(),
        s.statementTimeout());
  }

  @Test
  void valuesOfRowsAreMaskedAndNamesStay() {
    database.execute(
        "create table t(email varchar(20), n int not null, d date, unique key u_email(email))",
        "insert into t values ('it''s lin', 1, null)");
    ServerError twice = error("insert into t values ('it''s lin', 1, null)");
    assertThat(twice.code()).isEqualTo("1062");
    assertThat(twice.message()).matches("Duplicate entry '…' for key '(t.)?u_email'");
    assertThat(twice.object().orElseThrow()).endsWith("u_email");
    assertThat(error("insert into t(n) values ('seven')").message())
        .contains("Incorrect integer value: '…' for column ")
        .doesNotContain("seven");
    assertThat(error("insert into t(n, d) values (1, '2026-99-99')").message())
        .contains("'…'")
        .doesNotContain("99");
    assertThat(error("insert into t(n, email) values (1, repeat('x', 30))").message())
        .isEqualTo("Data too long for column 'email' at row 1");
    assertThat(error("select * from nowhere").message()).contains(".nowhere' doesn't exist");
    assertThat(error("select nothing from t").message()).contains("'nothing' in ");
    assertThat(error("alter table t drop index i").message()).contains("DROP", "i");
    assertThat(error("selec 'lin'").message())
        .contains("near 'selec…' at line 1")
        .doesNotContain("lin'");
  }

  @Test
  void theServerParsesWithoutExecuting() throws SQLException {
    database.execute("create table t(a int)");
    assertThat(judge("drop table t")).isInstanceOf(Valid.class);
    assertThat(judge("select * from not_there")).isInstanceOf(Valid.class);
    assertThat(judge("select '?', 'it''s \\' so' from t")).isInstanceOf(Valid.class);
    assertThat(judge("create procedure p() begin select 1; end")).isInstanceOf(Valid.class);
    assertThat(target.readCatalog(review).table(ObjectName.of("t"))).isPresent();
  }

  @Test
  void onlyTheGrammarsWordsAreAboutSyntax() {
    assertThat(judge("select 'ä',\n  from wher x"))
        .isInstanceOfSatisfying(
            Invalid.class, i -> assertThat(i.position()).isEqualTo(new Position(2, 3)));
    assertThat(judge("create tabel t(a int)")).isInstanceOf(Invalid.class);
    assertThat(judge("create procedure p() begin selec 1; end")).isInstanceOf(Invalid.class);
    assertThat(judge("select (1"))
        .isInstanceOfSatisfying(
            Invalid.class, i -> assertThat(i.position()).isEqualTo(new Position(1, 10)));
  }

  @Test
  void theCatalogHasWhatIsThere() throws SQLException {
    database.execute(
        "create table _sluice_history(a int)",
        "create table parent(id int primary key)",
        "create table Child(id bigint unsigned not null auto_increment primary key, Code char(9)"
            + " not null default 'it''s', at timestamp not null default current_timestamp,"
            + " parent_id int, twice int as (parent_id * 2) stored,"
            + " unique key code(code), key part(code(2), at),"
            + " constraint fk_parent foreign key (parent_id) references parent(id))",
        "create view v as select id from Child");
    var catalog = target.readCatalog(review);
    assertThat(catalog.tables()).hasSize(2);
    assertThat(catalog.hasView(ObjectName.of("v"))).isTrue();
    assertThat(catalog.version().orElseThrow().atLeast(8, 0)).isTrue();
    Table child = table("child");
    assertThat(child.columns())
        .extracting(Column::name)
        .containsExactly("id", "code", "at", "parent_id", "twice");
    assertThat(child.columns())
        .extracting(Column::generation)
        .containsExactly(
            Generation.IDENTITY,
            Generation.NONE,
            Generation.NONE,
            Generation.NONE,
            Generation.STORED);
    assertThat(child.column("code").orElseThrow().defaultExpression()).hasValue("'it''s'");
    assertThat(child.column("at").orElseThrow().defaultExpression().orElseThrow())
        .startsWithIgnoringCase("current_timestamp");
    assertThat(child.column("parent_id").orElseThrow().defaultExpression()).isEmpty();
    assertThat(child.column("id").orElseThrow().type().toString()).isEqualTo("bigint unsigned");
    assertThat(child.indexes())
        .extracting(Index::name)
        .containsExactlyInAnyOrder("PRIMARY", "code", "part", "fk_parent");
    assertThat(child.constraint("fk_parent").orElseThrow().references().orElseThrow().columns())
        .containsExactly("id");
    assertThat(child.primaryKey()).map(Constraint::columns).hasValue(List.of("id"));
  }

  @Test
  void sizesArePresentAndAPartitionedTableIsTheSumOfItsParts() throws SQLException {
    database.execute(
        "create table p(a int) partition by range (a) (partition p1 values less than (3), partition"
            + " p2 values less than (maxvalue))",
        "insert into p values (1), (2), (3), (4)",
        "analyze table p");
    assertThat(table("p").partitioned()).isTrue();
    assertThat(table("p").size().rows()).hasValue(4);
    assertThat(table("p").size().bytes()).hasValue(2 * 16384L);
  }

  @Test
  void theFingerprintFollowsTheSchemaAndNotTheRows() throws SQLException {
    database.execute("create table t(a int auto_increment primary key, b int)");
    String before = target.fingerprint(review);
    database.execute(
        "insert into t values (1, 2)", "analyze table t", "create table _sluice_history(a int)");
    assertThat(target.fingerprint(review)).isEqualTo(before);
    for (String change :
        new String[] {
          "alter table t alter b set default 5",
          "alter table t add index i(b)",
          "alter table t change b c int",
          "alter table t comment 'x'",
          "create view v as select a from t"
        }) {
      String previous = target.fingerprint(review);
      database.execute(change);
      assertThat(target.fingerprint(review)).as(change).isNotEqualTo(previous);
    }
  }

  @Test
  void theSameSchemaIsTheSameTextInAnotherDatabase() throws SQLException {
    String[] schema = {
      "create table t(id int auto_increment primary key, gone int, n decimal(10, 2) default 3.5,"
          + " s varchar(20) character set latin1 collate latin1_bin comment 'it''s')",
      "alter table t drop column gone",
      "create index t_n on t(n)",
      "create view v as select id from t",
      "create function f(a int) returns int deterministic return a + 1",
      "create trigger tr before insert on t for each row set new.n = 1",
      "create event ev on schedule at '2030-01-01 00:00:00' do delete from t"
    };
    database.execute(schema);
    TestDatabase second = EmbeddedDatabases.of(dialect, Path.of(""));
    second.execute(schema);
    second.execute("insert into t(s) values ('a'), ('b')");
    second.execute("create table _sluice_history(a int)");
    try (Connection other = second.connect()) {
      Rows.execute(other, "set session sql_mode = @@global.sql_mode");
      Snapshot snapshot = target.snapshot(review);
      assertThat(target.snapshot(other).text()).isEqualTo(snapshot.text());
      assertThat(snapshot.text())
          .contains("TABLE t\n", "VIEW v\n", "FUNCTION f\n", "TRIGGER tr\n", "EVENT ev\n", "latin1")
          .doesNotContain("AUTO_INCREMENT=", "DEFINER=", Rows.text(deploy, "select database()"));
    }
  }

  @Test
  void aDifferenceIsToldByObject() throws SQLException {
    database.execute("create table t(a int)", "create table untouched(a int)");
    Snapshot before = target.snapshot(review);
    database.execute("alter table t add b text not null", "create index i on t(a)");
    String diff = SnapshotDiff.between(before, target.snapshot(review));
    assertThat(diff)
        .contains("+    `b` text", "+    KEY `i`", " TABLE t")
        .doesNotContain("untouched");
    assertThat(deploy.getAutoCommit()).isTrue();
  }

  @Test
  void aViewThatLostItsTableDoesNotStopASnapshot() throws SQLException {
    database.execute("create table t(a int)", "create view v as select a from t", "drop table t");
    assertThat(target.snapshot(review).text()).contains("VIEW v\n");
    assertThat(target.readCatalog(review).hasView(ObjectName.of("v"))).isTrue();
  }
}
