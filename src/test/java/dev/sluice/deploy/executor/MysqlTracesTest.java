package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.executor.Traces.Trace;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(names = {"MYSQL", "MARIADB"})
final class MysqlTracesTest {
  private static final String PARTS =
      "create table parts(a int) partition by range(a) (partition p0 values less than (10));";

  private final Dialect dialect;
  private final TestDatabase database;
  private final MysqlTraces traces = new MysqlTraces();

  MysqlTracesTest(Dialect dialect) {
    this.dialect = dialect;
    this.database = EmbeddedDatabases.of(dialect, Path.of(""));
  }

  @BeforeEach
  void fill() {
    database.execute(
        "create table T_Upper(id int primary key auto_increment, n int, key n_i(n))",
        "create table other(id int primary key)");
  }

  /** What has to be there first stands before. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE T_Upper add m int, drop n",
        "create table T_Upper2(id int); alter table T_Upper2 add m int",
        "alter table T_Upper rename to renamed",
        "alter table T_Upper rename to renamed, add m int",
        "create index m on T_Upper(n, id)",
        "drop index n_i on T_Upper",
        "create table fresh(a int)",
        "create table fresh as select * from T_Upper",
        "create table fresh like T_Upper",
        "drop table T_Upper, other",
        "rename table T_Upper to a, other to T_Upper, a to other",
        "truncate table T_Upper",
        PARTS + "alter table parts truncate partition p0",
        PARTS
            + "create table like_parts(a int);"
            + "alter table parts exchange partition p0 with table like_parts",
        "create view v as select 1 as a; create or replace view v as select 2 as a",
        "create view v as select 1 as a; drop view v",
        "create view v as select 1 as a; alter view v as select 3 as a",
        "create procedure q() select 1",
        "create procedure p() select 1; drop procedure p",
        "create function f() returns int deterministic no sql return 1",
        "create trigger tr before update on other for each row set @x = 1",
        "create trigger tr before insert on other for each row set @x = 1; drop trigger tr",
        "create event e on schedule every 1 day do select 1",
        "/*!50001 create table fresh(a int) */",
      })
  void tellWhetherTheStatementRan(String script) throws SQLException {
    List<Step> steps = steps(script);
    Step step = steps.get(steps.size() - 1);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (Step earlier : steps.subList(0, steps.size() - 1)) {
        statement.execute(earlier.statement().text());
      }
      Optional<String> before = traces.before(connection, step);
      statement.execute("insert into T_Upper(n) values (3)");
      assertThat(kind(connection, step, before)).isEqualTo(Trace.Kind.NOT_RUN);
      statement.execute(step.statement().text());
      assertThat(kind(connection, step, before)).isEqualTo(Trace.Kind.DONE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call p()",
        "execute s",
        "update T_Upper set n = 2",
        "revoke select on *.* from 'nobody'",
        "alter table T_Upper discard tablespace",
        "select 1 into outfile 'x'",
      })
  void sayWhenTheyCannotTell(String sql) throws SQLException {
    Step step = step(sql);
    try (Connection connection = database.connect()) {
      Optional<String> before = traces.before(connection, step);
      assertThat(kind(connection, step, before)).isEqualTo(Trace.Kind.UNDECIDABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze table T_Upper", "grant select on *.* to 'x'", "flush tables"})
  void letHarmlessStatementsBeRepeated(String sql) throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(kind(connection, step(sql), Optional.empty())).isEqualTo(Trace.Kind.NOT_RUN);
    }
  }

  @Test
  void doNotTakeAPartForTheWhole() throws SQLException {
    Step step = step("drop table T_Upper, other");
    try (Connection connection = database.connect()) {
      Optional<String> before = traces.before(connection, step);
      database.execute("drop table other");
      assertThat(kind(connection, step, before)).isEqualTo(Trace.Kind.UNDECIDABLE);
    }
  }

  @Test
  void cannotSeeATruncateWithoutThePrivilege() throws SQLException {
    database.execute(
        "create user if not exists 'plain'@'127.0.0.1' identified by 'plain'",
        "grant all on `"
            + new Rig(database, dialect).ask("select database()")
            + "`.* to 'plain'@'127.0.0.1'");
    Step step = step("truncate table T_Upper");
    try (Connection connection = new TestDatabase(database.url(), "plain", "plain").connect()) {
      assertThat(traces.before(connection, step)).isEmpty();
    }
  }

  private Trace.Kind kind(Connection connection, Step step, Optional<String> before)
      throws SQLException {
    return traces.find(connection, step, before).kind();
  }

  private Step step(String sql) {
    return steps(sql).get(0);
  }

  private List<Step> steps(String sql) {
    return RolloutPlan.of(List.of(script("V1__x.sql", sql)), dialect, new SqlReader()).steps();
  }
}
