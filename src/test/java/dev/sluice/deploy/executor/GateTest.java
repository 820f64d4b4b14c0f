package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.change.GateSettings;
import dev.sluice.change.GateSettings.Then;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutResult.HeldBack;
import dev.sluice.deploy.RolloutResult.Refused;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import dev.sluice.target.TargetSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps a rollout from its first statement, on real servers. */
@ParameterizedClass
@EnumSource
final class GateTest {
  private static final Rollout ALTER =
      rollout(script("V2__x.sql", "alter table customer add m int"));

  private final Dialect dialect;
  private final TestDatabase database;
  private final Rig rig;

  GateTest(Dialect dialect, @TempDir Path folder) {
    this.dialect = dialect;
    this.database = EmbeddedDatabases.of(dialect, folder);
    this.rig = new Rig(database, dialect);
  }

  @BeforeEach
  void createTable() {
    database.execute("create table customer(id int primary key, n int)");
  }

  @Test
  void aTransactionThatIsOpenForLongIsWaitedForUntilPatienceIsUsedUp() throws SQLException {
    servers();
    rig.gates = longTransactions(Then.WAIT);
    try (Connection reader = reader()) {
      HeldBack held = (HeldBack) rig.run(ALTER);
      assertThat(held.askAgain()).isEqualTo(Duration.ofSeconds(5));
      assertThat(held.reasons())
          .singleElement()
          .asString()
          .contains("a transaction of " + database.username(), "has been open for ");
      if (dialect != Dialect.MARIADB) { // it does not tell of tables
        assertThat(held.reasons().get(0)).doesNotContain("does not tell");
      }
      assertThat(rig.all("select * from customer")).as("nothing ran").isEmpty();
      rig.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31));
      assertThat(((Refused) rig.run(ALTER)).reasons())
          .last()
          .asString()
          .contains("it has waited for 31m");
      rig.clock = Clock.systemUTC();
      reader.rollback();
    }
    assertThat(rig.run(ALTER)).isInstanceOf(Succeeded.class);
    assertThat(rig.journal.remarks.get("gate/waited")).startsWith("It waited at a gate for ");
  }

  @Test
  void aWarningIsToldAndStopsNothing() throws SQLException {
    servers();
    rig.gates = longTransactions(Then.WARN);
    try (Connection reader = reader()) {
      Rollout other = rollout(script("V2__x.sql", "insert into customer values (2, 2)"));
      assertThat(rig.run(other)).isInstanceOf(Succeeded.class);
      assertThat(rig.journal.remarks.get("gate/warning")).startsWith("A transaction of ");
      reader.rollback();
    }
  }

  @Test
  void aTransactionOnOtherTablesIsNoneOfItsBusiness() throws SQLException {
    Assumptions.assumeTrue(dialect == Dialect.POSTGRESQL || dialect == Dialect.MYSQL);
    rig.gates = longTransactions(Then.REFUSE);
    database.execute("create table other(id int)");
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("select * from other").close();
      assertThat(rig.run(ALTER)).isInstanceOf(Succeeded.class);
    }
  }

  @Test
  void whoeverChangesTheTableNowIsNamed() throws SQLException {
    servers();
    database.execute("insert into customer values (1, 1)");
    try (Connection other = database.connect();
        Connection reader = reader();
        Statement statement = other.createStatement()) {
      var altering =
          CompletableFuture.runAsync(
              () -> {
                try {
                  statement.execute("alter table customer add z int");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      await().until(() -> !rig.all(waiting()).isEmpty());
      Refused refused = (Refused) rig.run(ALTER);
      assertThat(refused.reasons().get(0)).contains("changes ", database.username());
      reader.rollback();
      altering.join();
    }
  }

  @Test
  void aTableOfGhostIsAnotherToolAtWork() {
    Assumptions.assumeTrue(dialect == Dialect.MYSQL || dialect == Dialect.MARIADB);
    database.execute("create table _customer_gho(id int)");
    assertThat(((Refused) rig.run(ALTER)).reasons())
        .containsExactly("gh-ost is at work, or has left _customer_gho behind");
  }

  @Test
  void liquibasesLockIsRespected() {
    String flag = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB ? "bit(1)" : "boolean";
    database.execute(
        "create table databasechangeloglock(id int, locked "
            + flag
            + ", lockgranted varchar(40), lockedby varchar(40))",
        "insert into databasechangeloglock values (1, true, '2026-11-22 10:00', 'ci-7')");
    assertThat(((Refused) rig.run(ALTER)).reasons())
        .containsExactly("Liquibase's lock is held by ci-7 since 2026-11-22 10:00");
    database.execute("update databasechangeloglock set locked = false");
    assertThat(rig.run(ALTER)).isInstanceOf(Succeeded.class);
  }

  @Test
  void serversThatAreFullAndDisksThatAreAreNamed() {
    GateSettings usual = GateSettings.DEFAULT;
    rig.gates =
        new GateSettings(
            usual.longTransactions(),
            usual.replicationLag(),
            new GateSettings.FreeConnections(100_000, Then.WARN),
            new GateSettings.DiskFree(Integer.MAX_VALUE, Then.WARN),
            usual.otherTools());
    assertThat(rig.run(ALTER)).isInstanceOf(Succeeded.class);
    assertThat(rig.journal.remarks.get("gate/warning"))
        .contains(dialect == Dialect.SQLITE ? "MB of disk are free only" : "more connections only");
  }

  @Test
  void whatAnAccountMayNotSeeIsSaidAndNotGuessed() {
    servers();
    Rig blind = new Rig(database, dialect, blind());
    blind.gates = longTransactions(Then.REFUSE);
    Rollout rollout = rollout(script("V2__x.sql", "insert into customer values (7, 7)"));
    assertThat(blind.run(rollout)).isInstanceOf(Succeeded.class);
    assertThat(blind.journal.remarks.get("gate/unchecked"))
        .contains("ot checked: ", "long transactions (the account ");
  }

  /** An account that may change this database and see nothing else. */
  private TargetSettings blind() {
    if (dialect == Dialect.POSTGRESQL) {
      String name = "blind_" + rig.ask("select current_database()");
      database.execute(
          "create role " + name + " login password 'blind'",
          "grant create on database " + rig.ask("select current_database()") + " to " + name,
          "grant create on schema public to " + name,
          "grant all on customer to " + name);
      return new TestDatabase(database.url(), name, "blind").settings();
    }
    String name = "blind_" + rig.ask("select database()");
    database.execute(
        "create user '" + name + "'@'127.0.0.1' identified by 'blind'",
        "grant all on " + rig.ask("select database()") + ".* to '" + name + "'@'127.0.0.1'",
        "grant all on sluice.* to '" + name + "'@'127.0.0.1'");
    return new TestDatabase(database.url(), name, "blind").settings();
  }

  private GateSettings longTransactions(Then then) {
    GateSettings usual = GateSettings.DEFAULT;
    return new GateSettings(
        new GateSettings.LongTransactions(Duration.ZERO, then),
        usual.replicationLag(),
        usual.freeConnections(),
        usual.diskFree(),
        usual.otherTools());
  }

  private void servers() {
    Assumptions.assumeTrue(dialect != Dialect.SQLITE);
  }

  private String waiting() {
    return dialect == Dialect.POSTGRESQL
        ? "select pid from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock'"
        : "select id from information_schema.processlist where db = database()"
            + " and state like 'Waiting for table%'";
  }

  /** A transaction that has read the table. */
  private Connection reader() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("select * from customer").close();
    }
    if (dialect == Dialect.MYSQL || dialect == Dialect.MARIADB) { // they show a view of before
      await()
          .pollInterval(Duration.ofMillis(150))
          .until(() -> !rig.all("select trx_id from information_schema.innodb_trx").isEmpty());
    }
    return connection;
  }
}
