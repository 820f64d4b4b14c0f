package dev.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.deploy.Decision.Verdict;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReconnectionTest {
  private static final String GUARDED =
      """
      set @there = (select count(*) from information_schema.columns where table_name = 't');
      set @ddl = if(@there, 'select 1', 'alter table t add a int');
      prepare s from @ddl;
      execute s;
      deallocate prepare s;
      """;

  @Test
  void settingsAreRepeated() {
    Reconnection again =
        reconnect(Dialect.MYSQL, "set sql_mode = ''; create table t(a int); drop table t;", 2);
    assertThat(again).isEqualTo(new Reconnection(Set.of(1), Optional.empty()));
  }

  @Test
  void aTemporaryTableThatIsStillNeededIsMissing() {
    String sql =
        "create temporary table `Ids` as select id from t; alter table t add a int;"
            + " update t join ids using (id) set a = 1;";
    assertThat(missing(Dialect.MYSQL, sql, 2)).isEqualTo("1 for 3");
    assertThat(missing(Dialect.MARIADB, sql, 3)).isEqualTo("nothing");
  }

  @Test
  void aVariableOfTheDataIsMissingThroughWhatWasMadeOfIt() {
    assertThat(missing(Dialect.MYSQL, GUARDED, 3)).isEqualTo("1 for 4");
    assertThat(reconnect(Dialect.MYSQL, GUARDED, 3).repeat()).isEmpty();
  }

  @Test
  void whatNoLaterStatementUsesIsNotMissed() {
    assertThat(missing(Dialect.MYSQL, GUARDED + "alter table u add b int;", 5))
        .isEqualTo("nothing");
  }

  @Test
  void aPersonMayHaveItRunAgainWithAllThatHangsOnIt() {
    assertThat(reconnect(Dialect.MYSQL, GUARDED, 3, Map.of(1, Verdict.RUN_AGAIN)))
        .isEqualTo(new Reconnection(Set.of(1, 2, 3), Optional.empty()));
  }

  @Test
  void aPersonMayGoOnWithoutIt() {
    assertThat(reconnect(Dialect.MYSQL, GUARDED, 3, Map.of(1, Verdict.SKIP)))
        .isEqualTo(new Reconnection(Set.of(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | create temp table if not exists ids as select 1 | ids",
        "POSTGRESQL | create temporary view v as select 1 | v",
        "POSTGRESQL | select id into temp table ids from t | ids",
        "POSTGRESQL | declare c cursor with hold for select 1 | c",
        "SQLITE | create temp table temp.ids as select 1 | ids",
        "MYSQL | create temporary table if not exists shop.ids (a int) | ids",
        "MARIADB | create or replace temporary table ids (a int) | ids",
        "MYSQL | select max(id) into @top from t | @top",
        "MYSQL | set @now = now() | @now",
      })
  void contentOfASessionIsKnownByName(Dialect dialect, String sql, String name) {
    Leaves leaves = plan(dialect, sql).steps().get(0).leaves();
    assertThat(leaves.kind()).isEqualTo(Leaves.Kind.CONTENT);
    assertThat(leaves.names()).containsExactly(name);
  }

  private static String missing(Dialect dialect, String sql, int done) {
    return reconnect(dialect, sql, done)
        .missing()
        .map(m -> m.maker().seq() + " for " + m.user().seq())
        .orElse("nothing");
  }

  private static Reconnection reconnect(Dialect dialect, String sql, int done) {
    return reconnect(dialect, sql, done, Map.of());
  }

  private static Reconnection reconnect(
      Dialect dialect, String sql, int done, Map<Integer, Verdict> said) {
    return Reconnection.of(
        plan(dialect, sql), s -> s.seq() <= done, s -> Optional.ofNullable(said.get(s.seq())));
  }

  private static ScriptPlan plan(Dialect dialect, String sql) {
    String path = "V1__x.sql";
    Script script = new Script(path, ScriptName.parse(path).orElseThrow(), sql, Sha256.of(sql));
    return RolloutPlan.of(List.of(script), dialect, new SqlReader()).scripts().get(0);
  }
}
