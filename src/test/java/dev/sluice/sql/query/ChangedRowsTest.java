package dev.sluice.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedRowsTest {
  private static Statement statement(String sql, Dialect dialect) {
    return new SqlReader().read(sql, dialect).statements().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POSTGRESQL | update t set a = f(1) where b=2 returning a" + " | select 1 from t where b=2",
        "POSTGRESQL | update only t as x set a = 1 from u, v where u.id = x.id"
            + " | select 1 from only t as x, u, v where u.id = x.id",
        "POSTGRESQL | with w as (select 1) update t set a = 1 where b in (table w)"
            + " | with w as (select 1) select 1 from t where b in (table w)",
        "POSTGRESQL | delete from t using u where t.id = u.id"
            + " | select 1 from t, u where t.id = u.id",
        "POSTGRESQL | delete /* all */ from t | select 1 from t",
        "MYSQL | update t join u on u.id = t.id set t.a = 1 where u.b order by u.c limit 3"
            + " | select 1 from t join u on u.id = t.id where u.b order by u.c limit 3",
        "MYSQL | delete t from t join u using (id) where u.b"
            + " | select 1 from t join u using (id) where u.b",
        "MYSQL | delete from t using t join u using (id) where u.b"
            + " | select 1 from t join u using (id) where u.b",
        "MYSQL | delete quick from t limit 5 | select 1 from t limit 5",
        "MYSQL | insert into t (a) select b from u join v on v.x = u.x on duplicate key update a=1"
            + " | select b from u join v on v.x = u.x",
        "SQLITE | insert or ignore into t select * from u where true on conflict do nothing"
            + " | select * from u where true",
        "SQLITE | update or ignore t set a = case when b then 1 else 2 end where c"
            + " | select 1 from t where c",
      })
  void aQueryReadsWhatTheStatementChanges(Dialect dialect, String sql, String query) {
    assertThat(ChangedRows.of(statement(sql, dialect)).orElseThrow().text()).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into t values (1)",
        "with w as (delete from u returning *) insert into t select * from w",
        "update t set a = 1 where current of c",
        "create table t (a int)",
        "select 1",
      })
  void otherStatementsHaveNoSuchQuery(String sql) {
    assertThat(ChangedRows.of(statement(sql, Dialect.POSTGRESQL))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "update t set a = 1 where b = pg_terminate_backend(7) | calls pg_terminate_backend()",
        "update t set a = 1 where \"lower\"(b) = 'x' | calls lower()",
        "update t set a = 1 where evil.lower(b) = 'x' | calls lower()",
        "update t set a = 1 where b = 'x\\' | may be read in two ways",
        "update t set a = 1 where b = ';' | may be read in two ways",
        "update t set a = 1 where b = $1 | has a parameter or a variable",
        "insert into t select * from u for update | does more than read",
      })
  void whatMayDoMoreThanReadIsRefused(String sql, String why) {
    Stretch read = ChangedRows.of(statement(sql, Dialect.POSTGRESQL)).orElseThrow().read();
    assertThat(ReadOnlyText.refusal(read)).contains(why);
  }

  @Test
  void whatOnlyComputesPasses() {
    String sql =
        "update t set a = evil() where lower(b) in ('x') and (c = 1 or exists (select 1 from u))"
            + " and d < now() - interval '1 day' and e::numeric(10, 2) > 3";
    Stretch read = ChangedRows.of(statement(sql, Dialect.POSTGRESQL)).orElseThrow().read();
    assertThat(ReadOnlyText.refusal(read)).isEmpty();
  }
}
