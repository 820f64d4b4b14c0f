package dev.sluice.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SplittableTest {
  @Test
  void theConditionStaysWholeAndTheRangeComesBehindIt() {
    Splittable split =
        splittable(
            """
            update shop.orders o set status = 'x', n = (select max(p) from prices)
            where a = 1 or b = 2 -- or both
            """,
            Dialect.POSTGRESQL);
    assertThat(split.table()).hasToString("shop.orders");
    assertThat(split.written()).isEqualTo("shop.orders");
    assertThat(split.sets()).containsExactly("status", "n");
    assertThat(split.within("id <= 7"))
        .isEqualTo(
            "update shop.orders o set status = 'x', n = (select max(p) from prices)"
                + " where (a = 1 or b = 2\n) and id <= 7");
  }

  @Test
  void withoutAConditionTheRangeIsTheCondition() {
    assertThat(splittable("DELETE FROM `Orders`", Dialect.MYSQL).within("id <= 7"))
        .isEqualTo("DELETE FROM `Orders` where id <= 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POSTGRESQL | insert into t select * from u                                 | NO_CHANGE
          POSTGRESQL | with x as (select 1) delete from t                            | WITH
          POSTGRESQL | update t set a = u.a from u where u.id = t.id                 | JOIN
          POSTGRESQL | delete from t using u where u.id = t.id                       | JOIN
          MYSQL      | update t join u on u.id = t.id set t.a = u.a                  | JOIN
          MYSQL      | update t, u set t.a = u.a where u.id = t.id                   | JOIN
          MYSQL      | delete t from t join u on u.id = t.id                         | JOIN
          MYSQL      | delete from t where a = 1 limit 10                            | LIMITED
          MYSQL      | update t set a = 1 order by id                                | LIMITED
          POSTGRESQL | delete from t where a = 1 returning id                        | RETURNING
          POSTGRESQL | delete from t where id in (select max(id) from t)             | SAME_TABLE
          POSTGRESQL | update t set a = (select count(*) from public.T x)            | SAME_TABLE
          POSTGRESQL | delete from t where created < now() - interval '1 year'       | VOLATILE
          POSTGRESQL | delete from t where created < current_date                    | VOLATILE
          POSTGRESQL | delete from t where random() < 0.5                            | VOLATILE
          MYSQL      | update t set a = (@n := @n + 1)                               | VARIABLE
          """)
  void whatCannotBeCutIsRefusedWithTheReason(Dialect dialect, String sql, NotSplittable reason) {
    assertThat(Splittable.of(statement(sql, dialect), dialect).reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POSTGRESQL | update only t as x set at = now() where x.age > 3
          POSTGRESQL | delete from t where tags ? 'a' and uuid is null
          POSTGRESQL | delete from t where id in (select t_id from u limit 10)
          SQLITE     | update or ignore main.t set a = 1, b = 2 where changes = 1
          MYSQL      | update low_priority ignore shop.t set a = (select 1 from u), b = 2
          MARIADB    | delete quick from t where rand = 1
          """)
  void theseCanBeCut(Dialect dialect, String sql) {
    splittable(sql, dialect);
  }

  private static Splittable splittable(String sql, Dialect dialect) {
    Splittable.Reading reading = Splittable.of(statement(sql, dialect), dialect);
    assertThat(reading.reason()).as(sql).isEmpty();
    return reading.split().orElseThrow();
  }

  private static Statement statement(String sql, Dialect dialect) {
    return new SqlReader().read(sql, dialect).statements().get(0);
  }
}
