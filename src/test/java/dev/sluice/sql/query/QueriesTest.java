package dev.sluice.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT * FROM s.a AS x, b LEFT JOIN (c JOIN d ON true) ON true, e | s.a x, b, c, d, e",
        "SELECT * FROM f(1, 2) g, LATERAL (SELECT 1 FROM h) i, j | h, j",
        "SELECT * FROM a WHERE EXISTS (SELECT 1 FROM b) ORDER BY x, y | a, b",
        "SELECT (SELECT 1 FROM a), trim(BOTH x FROM y), z IS DISTINCT FROM w FROM b | a, b",
        "WITH x AS (SELECT 1 FROM a), y (n) AS NOT MATERIALIZED (SELECT 2) SELECT 1 FROM x, y, s.x | a, s.x",
        "WITH x AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM x | a, b",
        "INSERT INTO t (a, b) SELECT 1, 2 FROM u | t, u",
        "INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET a = (SELECT max(x) FROM u) | t, u",
        "UPDATE ONLY t AS x SET a = 1, b = 2 FROM u, v WHERE true | t x, u, v",
        "DELETE FROM t USING u, v WHERE a IN (SELECT 1 FROM w) | t, u, v, w",
        "MERGE INTO t USING (SELECT 1 FROM u) s ON true WHEN MATCHED THEN UPDATE SET a = 1 | t, u",
        "CREATE VIEW v AS SELECT 1 FROM t JOIN u USING (id, x) | t, u",
        "SELECT a FROM t FOR UPDATE | t",
        "COPY t (a) FROM stdin | t",
        "GRANT SELECT ON a TO b | ''",
        "ALTER TABLE t ALTER a TYPE int USING b | ''",
      })
  void tablesAreFoundWithoutATree(String sql, String expected) {
    String tables =
        Queries.tables(statement(sql), Dialect.POSTGRESQL).stream()
            .map(t -> t.table() + t.alias().map(alias -> " " + alias).orElse(""))
            .collect(Collectors.joining(", "));
    assertThat(tables).isEqualTo(expected.equals("''") ? "" : expected);
  }

  @Test
  void tablesOfMysqlsUpdateAreAList() {
    Statement update =
        new SqlReader().read("UPDATE t, u SET a = 1, b = 2", Dialect.MYSQL).statements().get(0);
    assertThat(Queries.tables(update, Dialect.MYSQL))
        .extracting(reference -> reference.table().name())
        .containsExactly("t", "u");
  }

  @Test
  void columnsAreFoundInTheTree() {
    String sql =
        "UPDATE t SET a = u.\"B\" + 1 FROM u WHERE lower(c) = 'x' AND d IN (SELECT e FROM f)";
    UsedColumns used = Queries.columns(statement(sql), Dialect.POSTGRESQL).orElseThrow();
    List<ColumnReference> columns = used.columns();
    assertThat(columns)
        .extracting(ColumnReference::column)
        .containsExactly("a", "B", "c", "d", "e");
    assertThat(columns.get(1).qualifier()).contains("u");
    assertThat(text(sql, columns.get(1).place())).isEqualTo("u.\"B\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT a AS "B", c d FROM t JOIN u ON t.x = u.x WHERE y IN (SELECT 1 FROM v) | true
          INSERT INTO t (a) SELECT b FROM u                                            | true
          DELETE FROM t USING u WHERE t.a = u.a                                        | true
          SELECT a FROM (SELECT 1 AS a) x                                              | false
          SELECT a FROM t, generate_series(1, 2) a                                     | false
          SELECT a FROM t JOIN LATERAL (SELECT 1 AS a) x ON true                       | false
          SELECT a FROM (VALUES (1)) x (a)                                             | false
          WITH x AS (SELECT 1 AS a) SELECT a FROM x                                    | false
          WITH x AS (SELECT 1 AS a) UPDATE t SET b = 1 FROM x WHERE a = 1              | false
          UPDATE t SET b = 1 FROM (SELECT 1 AS a) x WHERE a = 1                        | false
          DELETE FROM t USING (SELECT 1 AS a) x WHERE a = 1                            | false
          """)
  void itIsKnownWhetherAllRowsComeFromNamedTables(String sql, boolean ofTables) {
    UsedColumns used = Queries.columns(statement(sql), Dialect.POSTGRESQL).orElseThrow();
    assertThat(used.ofTables()).isEqualTo(ofTables);
    if (sql.contains("\"B\"")) {
      assertThat(used.outputs()).containsExactlyInAnyOrder("B", "d");
    }
  }

  @Test
  void starsOfSelectListsAreFound() {
    String sql =
        "SELECT *, t.*, a * b, count(*) FROM (SELECT DISTINCT ON (a, (b)) * FROM u) x"
            + " WHERE EXISTS (SELECT * FROM v) AND c IN (SELECT s.w.* FROM w) AND d * 2 > 1";
    assertThat(Queries.selectStars(statement(sql)))
        .extracting(place -> text(sql, place))
        .containsExactly("*", "t.*", "*", "s.w.*");
  }

  @Test
  void leadingWildcardsAreFound() {
    String sql =
        "SELECT 1 WHERE a LIKE '%x' OR a NOT ILIKE E'_x' OR a LIKE 'x%' OR a LIKE b"
            + " OR a LIKE CONCAT('%', b) OR a = '%x'";
    assertThat(Queries.leadingWildcards(statement(sql)))
        .extracting(place -> text(sql, place))
        .containsExactly("'%x'", "E'_x'", "'%'");
  }

  private static Statement statement(String sql) {
    return new SqlReader().read(sql, Dialect.POSTGRESQL).statements().get(0);
  }

  private static String text(String sql, Place place) {
    return sql.substring(place.offset(), place.endOffset());
  }
}
