package dev.sluice.sql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class InnerCodeTest {
  @Test
  void statementsOfADoBlockStandWhereTheFileHasThem() {
    String sql = "SELECT 1;\nDO $$ BEGIN\n  IF true THEN UPDATE t SET a = 1; END IF;\nEND $$;";
    Statement inner = single(sql, 1, Dialect.POSTGRESQL);

    assertThat(inner.text()).isEqualTo("UPDATE t SET a = 1");
    assertThat(inner.place().start()).hasToString("3:16");
    assertThat(sql.substring(inner.place().offset(), inner.place().endOffset()))
        .isEqualTo(inner.text());
  }

  @Test
  void aBodyInPlainQuotesIsRead() {
    String sql = "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM t'";

    assertThat(single(sql, 0, Dialect.POSTGRESQL).place().start()).hasToString("1:51");
  }

  @Test
  void queriesOfLoopsAndCursorsCountAndDeclarationsDoNot() {
    String sql =
        "CREATE PROCEDURE p() LANGUAGE plpgsql AS $x$ DECLARE n int := 1; c CURSOR FOR SELECT 0;"
            + " BEGIN <<l>> FOR r IN SELECT 1 LOOP n := n + 1; PERFORM 2; END LOOP;"
            + " RETURN QUERY SELECT 3; SELECT 4 INTO n; CASE n WHEN 1 THEN DELETE FROM t; END CASE;"
            + " END $x$";

    assertThat(code(sql, 0, Dialect.POSTGRESQL).statements())
        .extracting(Statement::text)
        .containsExactly("SELECT 1", "SELECT 3", "SELECT 4 INTO n", "DELETE FROM t");
  }

  @Test
  void dynamicSqlIsTold() {
    String sql = "DO 'BEGIN EXECUTE x; FOR r IN EXECUTE y LOOP NULL; END LOOP; END'";

    assertThat(code(sql, 0, Dialect.POSTGRESQL).dynamic()).hasSize(2);
  }

  @Test
  void languagesThatNobodyHereReadsAreToldToo() {
    InnerCode code = code("DO LANGUAGE plpython3u $$ plpy.execute('x') $$", 0, Dialect.POSTGRESQL);

    assertThat(code.readable()).isFalse();
    assertThat(code.statements()).isEmpty();
  }

  @Test
  void eventsAndTriggersOfMysqlHaveOneStatementOrManyInABlock() {
    assertThat(
            single("CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t", 0, Dialect.MYSQL)
                .text())
        .isEqualTo("DELETE FROM t");
    assertThat(
            code(
                    "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW BEGIN IF NEW.a THEN INSERT INTO"
                        + " u (a) VALUES (1); ELSE DELETE FROM u; END IF; END",
                    0,
                    Dialect.MYSQL)
                .statements())
        .extracting(Statement::text)
        .containsExactly("INSERT INTO u (a) VALUES (1)", "DELETE FROM u");
  }

  @Test
  void statementsWithoutCodeHaveNone() {
    for (String sql :
        List.of("CREATE TABLE t (a int)", "UPDATE t SET a = 1", "CREATE VIEW v AS SELECT 1")) {
      assertThat(code(sql, 0, Dialect.SQLITE).statements()).isEmpty();
    }
  }

  private static Statement single(String sql, int number, Dialect dialect) {
    List<Statement> statements = code(sql, number, dialect).statements();
    assertThat(statements).hasSize(1);
    return statements.get(0);
  }

  private static InnerCode code(String sql, int number, Dialect dialect) {
    return InnerCode.of(new SqlReader().read(sql, dialect).statements().get(number), dialect);
  }
}
