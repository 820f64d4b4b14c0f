package dev.sluice.deploy.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.Rehearsed;
import dev.sluice.deploy.Rehearsed.Outcome;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.setting.Secret;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.ShadowSettings;
import dev.sluice.target.TargetDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy says of a plan, on PostgreSQL and in SQLite's memory. */
final class RehearsalTest {
  @TempDir Path folder;
  private EmbeddedDatabases.TestDatabase postgres;
  private Optional<ShadowSettings> server;

  @BeforeEach
  void open() {
    postgres = EmbeddedDatabases.postgres();
    postgres.execute(
        "do $$ begin create role rehearsal login createdb password 'S3cret'; exception"
            + " when duplicate_object then null; end $$",
        "create table customers (id bigint primary key, email text)",
        "create table orders (id bigint primary key, customer bigint not null references customers)",
        "create view mails as select email from customers");
    server =
        Optional.of(
            new ShadowSettings(
                postgres.url().replaceFirst("/t\\d+", "/postgres"),
                Optional.of("rehearsal"),
                Optional.of(Secret.parse("S3cret"))));
  }

  private Rehearsed rehearsed(String sql) throws SQLException {
    return rehearsed(Dialect.POSTGRESQL, postgres, sql);
  }

  private Rehearsed rehearsed(Dialect dialect, EmbeddedDatabases.TestDatabase database, String sql)
      throws SQLException {
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
    Script script =
        new Script("V1__x.sql", ScriptName.parse("V1__x.sql").orElseThrow(), sql, "0".repeat(64));
    RolloutPlan plan = RolloutPlan.of(List.of(script), dialect, new SqlReader());
    try (Connection review = target.openForReview()) {
      return Rehearsal.on(target.prober(review), server, plan);
    }
  }

  @Test
  void aPlanThatRunsShowsItsDiffAndItsLocks() throws SQLException {
    Rehearsed result =
        rehearsed(
            """
            set role app;
            alter table customers add column note text;
            create index on orders (customer);
            create index concurrently orders_2 on orders (customer, id);
            """);
    assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.words()).isEmpty();
    assertThat(result.diff()).contains("+  note text", "orders_2");
    assertThat(result.held())
        .extracting(h -> h.step().seq() + " " + h.words())
        .containsExactly("2 ACCESS EXCLUSIVE on customers", "3 SHARE on orders");
  }

  @Test
  void aStatementThatTheSchemaRefusesFails() throws SQLException {
    Rehearsed result =
        rehearsed("select 1;\nalter table customers alter column email type varchar(5);\n");
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.failed().orElseThrow().seq()).isEqualTo(2);
    assertThat(result.words()).contains("cannot alter type of a column used by a view");
  }

  @Test
  void wantOfRowsRolesAndRightsDoesNotCount() throws SQLException {
    assertThat(rehearsed("insert into orders values (1, 7);").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("grant select on orders to nobody_here;").outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("do $$ begin raise exception 'no rows'; end $$;").outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("create role somebody;").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("copy orders to '/tmp/x';").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("insert into orders (nope) values (1);").outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void whatTheCopyLacksNeverCounts() throws SQLException {
    postgres.execute(
        "create aggregate longest (text) (sfunc = textcat, stype = text, initcond = '')");
    Rehearsed result = rehearsed("create view x as select longest(email) from customers;");
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(result.words()).contains("the copy lacks aggregate longest");
  }

  @Test
  void aServerThatIsNotThereIsNobodysFault() throws SQLException {
    server =
        Optional.of(
            new ShadowSettings(
                "jdbc:postgresql://127.0.0.1:1/postgres", Optional.of("x"), Optional.empty()));
    assertThat(rehearsed("select 1;").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aStatementThatDoesNotEndIsEnded() throws SQLException {
    var sqlite = EmbeddedDatabases.sqlite(folder);
    sqlite.execute("create table t (id integer primary key)");
    Rehearsed result =
        rehearsed(
            Dialect.SQLITE,
            sqlite,
            "insert into t with recursive n(i) as (select 1 union all select i + 1 from n)"
                + " select i from n;");
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
