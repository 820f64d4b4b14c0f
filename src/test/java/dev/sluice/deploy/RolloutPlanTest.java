package dev.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RolloutPlanTest {
  @Test
  void neighboursShareATransactionAndTheOrderStays() {
    assertThat(
            segments(
                Dialect.POSTGRESQL,
                "create table t(a int); insert into t values (1);"
                    + " create index concurrently i on t(a); update t set a = 2;"))
        .containsExactly("tx 1 2", "alone 3", "tx 4");
  }

  @Test
  void noTransactionSpansTwoScripts() {
    assertThat(segments(Dialect.POSTGRESQL, "select 1; select 2", "select 3"))
        .containsExactly("tx 1 2", "tx 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create unique index concurrently i on t(a)",
        "drop index concurrently i",
        "reindex table concurrently t",
        "vacuum (analyze) t",
        "alter system set work_mem = '1MB'",
        "create database d",
        "alter table t detach partition p concurrently",
        "do $$ begin perform 1; commit; end $$",
      })
  void whatPostgresqlRefusesInATransactionRunsAlone(String sql) {
    assertThat(segments(Dialect.POSTGRESQL, sql)).containsExactly("alone 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index i on t(a)",
        "refresh materialized view concurrently v",
        "alter type mood add value 'fine'",
        "do $$ begin perform 1; end $$",
        "comment on table t is 'vacuum concurrently'",
      })
  void theRestSharesATransaction(String sql) {
    assertThat(segments(Dialect.POSTGRESQL, sql)).containsExactly("tx 1");
  }

  @Test
  void aNewEnumValueRunsAloneWhenALaterStatementUsesIt() {
    assertThat(
            segments(
                Dialect.POSTGRESQL,
                "select 1; alter type mood add value 'fine'; insert into m values ('fine')"))
        .containsExactly("tx 1", "alone 2", "tx 3");
  }

  @Test
  void sqliteRunsPragmasAndVacuumAlone() {
    assertThat(
            segments(
                Dialect.SQLITE,
                "pragma foreign_keys = off; create table t(a); drop table t; vacuum;"))
        .containsExactly("alone 1", "tx 2 3", "alone 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"begin", "commit", "rollback", "savepoint a", "discard all", "start transaction"})
  void whatWouldBreakOurTransactionIsRefused(String sql) {
    assertThat(plan(Dialect.POSTGRESQL, "select 1;\n" + sql).refusals())
        .singleElement()
        .asString()
        .startsWith("V1__x.sql:2:1: ");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void mysqlSharesATransactionBetweenDataChangesOnly(Dialect dialect) {
    assertThat(
            segments(
                dialect,
                """
                set @was = 1;
                insert into t values (1);
                update t set a = 2;
                alter table t add b int;
                create temporary table x (a int);
                /*!40101 SET NAMES utf8mb4 */;
                delete from t;
                call mend();
                replace into t values (1);
                set global max_connections = 5;
                """))
        .containsExactly("tx 1 2 3", "alone 4", "tx 5 6 7", "alone 8", "tx 9", "alone 10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t(a int)",
        "/*!50001 create view v as select 1 */",
        "truncate t",
        "rename table t to u",
        "grant select on t to u",
        "analyze table t",
        "flush privileges",
        "execute s",
        "execute immediate 'drop table t'",
        "select * from t into outfile '/tmp/t'",
        "set statement max_statement_time = 1 for alter table t add b int",
        "create or replace table t(a int)",
        "set password = 'x'",
      })
  void whatMysqlCommitsByItselfRunsAlone(String sql) {
    assertThat(segments(Dialect.MARIADB, sql)).containsExactly("alone 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xa start 'a'",
        "set autocommit = 0",
        "set @@session.autocommit = 1",
        "set session transaction isolation level serializable",
        "use other",
        "lock tables t write",
        "unlock tables",
        "flush tables with read lock",
        "select release_all_locks()",
        "set names latin1",
        "/*!40101 SET character_set_client = gbk */",
        "set role all",
        "load data local infile 'a' into table t",
        "start transaction",
      })
  void whatWouldTakeTheSessionFromUsIsRefusedOnMysql(String sql) {
    assertThat(plan(Dialect.MYSQL, "select 1;\n" + sql).refusals())
        .singleElement()
        .asString()
        .startsWith("V1__x.sql:2:1: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set @a = 1",
        "set sql_mode = ''",
        "set names 'utf8'",
        "/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */",
        "prepare s from 'select 1'"
      })
  void settingsOfTheSessionAreKnownAsSuch(String sql) {
    assertThat(plan(Dialect.MYSQL, sql).steps())
        .allMatch(s -> s.leaves().kind() == Leaves.Kind.SETTING);
  }

  @Test
  void aTriggerBodyInSqliteIsNoTransaction() {
    RolloutPlan plan =
        plan(
            Dialect.SQLITE,
            "create table t(a); create trigger g after insert on t begin update t set a = 1; end;");
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.steps()).hasSize(2);
  }

  @Test
  void anUnclosedQuoteIsRefused() {
    assertThat(plan(Dialect.POSTGRESQL, "select 'a").refusals()).isNotEmpty();
  }

  @Test
  void theDataOfACopyCountsForTheStatementsIdentity() {
    String copy = "copy t from stdin;\n%s\n\\.\n";
    assertThat(plan(Dialect.POSTGRESQL, copy.formatted("1")).steps().get(0).sha256())
        .isNotEqualTo(plan(Dialect.POSTGRESQL, copy.formatted("2")).steps().get(0).sha256());
  }

  private static RolloutPlan plan(Dialect dialect, String... texts) {
    List<Script> scripts =
        Arrays.stream(texts)
            .map(
                text ->
                    new Script(
                        "V1__x.sql",
                        ScriptName.parse("V1__x.sql").orElseThrow(),
                        text,
                        Sha256.of(text)))
            .toList();
    return RolloutPlan.of(scripts, dialect, new SqlReader());
  }

  private static List<String> segments(Dialect dialect, String... texts) {
    return plan(dialect, texts).scripts().stream()
        .flatMap(s -> s.segments().stream())
        .map(RolloutPlanTest::words)
        .toList();
  }

  private static String words(Segment segment) {
    StringBuilder words = new StringBuilder(segment.transactional() ? "tx" : "alone");
    segment.steps().forEach(s -> words.append(' ').append(s.seq()));
    return words.toString();
  }
}
