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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a copy says of a plan, where each change of the schema commits. */
@ParameterizedClass
@EnumSource(names = {"MYSQL", "MARIADB"})
final class MysqlRehearsalTest {
  @TempDir static Path folder;
  private final Dialect dialect;
  private final EmbeddedDatabases.TestDatabase database;
  private final ShadowSettings server;

  MysqlRehearsalTest(Dialect dialect) throws Exception {
    this.dialect = dialect;
    database = EmbeddedDatabases.of(dialect, folder);
    database.execute(
        "create user if not exists 'rehearsal'@'%' identified by 'S3cret'",
        "grant all on `sluice\\_shadow\\_%`.* to 'rehearsal'@'%'",
        "create table customers (id bigint primary key, email varchar(100),"
            + " loud varchar(100) generated always as (upper(email)) stored)",
        "create table orders (id bigint primary key, customer bigint not null,"
            + " constraint of_customer foreign key (customer) references customers (id))",
        "insert into customers (id, email) values (1, 'ada@example.com')");
    server =
        new ShadowSettings(
            database.url().replaceFirst("/t\\d+", "/x"),
            Optional.of("rehearsal"),
            Optional.of(Secret.parse("S3cret")));
  }

  private Rehearsed rehearsed(String sql) throws SQLException {
    TargetDatabase target =
        TargetDatabase.of(TargetName.of("shop", "test"), dialect, database.settings());
    Script script =
        new Script("V1__x.sql", ScriptName.parse("V1__x.sql").orElseThrow(), sql, "0".repeat(64));
    RolloutPlan plan = RolloutPlan.of(List.of(script), dialect, new SqlReader());
    try (Connection review = target.openForReview()) {
      return Rehearsal.on(target.prober(review), Optional.of(server), plan);
    }
  }

  @Test
  void aPlanThatRunsShowsItsDiffAndLeavesTheTargetAlone() throws SQLException {
    Rehearsed result =
        rehearsed(
            """
            alter table customers add column note text;
            create table notes (id bigint primary key);
            insert into notes values (1);
            """);
    assertThat(result.outcome()).as(result.words()).isEqualTo(Outcome.PASSED);
    assertThat(result.diff()).contains("+    `note` text", "TABLE notes");
    assertThat(rehearsed("alter table customers drop column note;").outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void aStatementThatTheSchemaRefusesFails() throws SQLException {
    Rehearsed referenced = rehearsed("select 1;\ndrop table customers;\n");
    assertThat(referenced.outcome()).as(referenced.words()).isEqualTo(Outcome.FAILED);
    assertThat(referenced.failed().orElseThrow().seq()).isEqualTo(2);
    assertThat(rehearsed("alter table customers drop column email;").outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(rehearsed("insert into orders (nope) values (1);").outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void wantOfRowsAndRightsDoesNotCount() throws SQLException {
    assertThat(rehearsed("insert into orders values (1, 1);").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("create user nobody_here identified by 'x';").outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(rehearsed("set global max_connections = 7;").outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
