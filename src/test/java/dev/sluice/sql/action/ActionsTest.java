package dev.sluice.sql.action;

import static dev.sluice.sql.Dialect.MYSQL;
import static dev.sluice.sql.Dialect.POSTGRESQL;
import static dev.sluice.sql.Dialect.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.split.Split.Piece;
import dev.sluice.sql.split.Splitter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ActionsTest {
  /** The table is src/test/resources/sql/actions.csv: dialect | statement | actions. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/sql/actions.csv", delimiter = '|', quoteCharacter = '\0')
  void statementsAreReadAsActions(Dialect dialect, String sql, String expected) {
    assertThat(brief(sql, dialect)).isEqualTo(expected);
  }

  @Test
  void eachClauseHasItsPlace() {
    String sql = "ALTER TABLE t\n  ADD COLUMN a int NOT NULL,\n  DROP COLUMN b";
    assertThat(actions(sql, POSTGRESQL))
        .extracting(action -> text(sql, action))
        .containsExactly("ADD COLUMN a int NOT NULL", "DROP COLUMN b");
  }

  @Test
  void eachOfSeveralNamesHasItsPlace() {
    String sql = "DROP TABLE a, s.b CASCADE";
    assertThat(actions(sql, POSTGRESQL))
        .extracting(action -> text(sql, action))
        .containsExactly("a", "s.b");
  }

  @Test
  void columnsAndConstraintsHaveTheirPlaces() {
    String sql = "CREATE TABLE t (a int NOT NULL DEFAULT 1, CONSTRAINT c CHECK (a > 0))";
    Action.CreateTable table = (Action.CreateTable) actions(sql, SQLITE).get(0);
    assertThat(table.columns().get(0).place().offset()).isEqualTo(sql.indexOf("a int"));
    assertThat(table.columns().get(0).place().endOffset()).isEqualTo(sql.indexOf(", CONSTRAINT"));
    assertThat(table.constraints().get(0).place().offset()).isEqualTo(sql.indexOf("CONSTRAINT"));
  }

  @Test
  void oneClauseThatIsNotUnderstoodLeavesTheOthers() {
    assertThat(brief("ALTER TABLE t ADD a int, FROBNICATE b, DROP c", POSTGRESQL))
        .isEqualTo(
            "AddColumn(t, ColumnDefinition(a, integer)); Unrecognised(unknown clause FROBNICATE);"
                + " DropColumn(t, c)");
  }

  @Test
  void writtenNamesKeepTheirSpelling() {
    Action.CreateTable table =
        (Action.CreateTable) actions("CREATE TABLE S.Orders (Total int)", POSTGRESQL).get(0);
    assertThat(table.writtenName()).isEqualTo("Orders");
    assertThat(table.table()).hasToString("s.orders");
    assertThat(table.columns().get(0).writtenName()).isEqualTo("Total");
  }

  @Test
  void statementsThatMustRunAloneAreKnown() {
    for (String alone :
        List.of(
            "CREATE INDEX CONCURRENTLY i ON t (a)",
            "DROP INDEX CONCURRENTLY i",
            "REINDEX TABLE CONCURRENTLY t",
            "REINDEX (CONCURRENTLY) TABLE t",
            "VACUUM t",
            "ALTER SYSTEM SET a = 1",
            "CREATE DATABASE d",
            "DROP TABLESPACE t",
            "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
            "CLUSTER")) {
      assertThat(actions(alone, POSTGRESQL)).as(alone).noneMatch(Action::transactional);
    }
    for (String together : List.of("ALTER TYPE e ADD VALUE 'x'", "REINDEX TABLE t", "CLUSTER t")) {
      assertThat(actions(together, POSTGRESQL)).as(together).allMatch(Action::transactional);
    }
    assertThat(actions("PRAGMA foreign_keys = on", SQLITE)).noneMatch(Action::transactional);
    assertThat(actions("PRAGMA foreign_keys", SQLITE)).allMatch(Action::transactional);
    assertThat(actions("VACUUM", SQLITE)).noneMatch(Action::transactional);
  }

  @Test
  void versionCommentsOfMysqlAreCode() {
    assertThat(brief("/*!40101 SET NAMES utf8 */", MYSQL)).isEqualTo("SetSetting(names, utf8)");
  }

  private static String brief(String sql, Dialect dialect) {
    return actions(sql, dialect).stream().map(Brief::of).collect(Collectors.joining("; "));
  }

  private static List<Action> actions(String sql, Dialect dialect) {
    Piece piece = Splitter.split(sql, dialect).pieces().get(0);
    return Actions.of(piece.text(), piece.tokens(), dialect);
  }

  private static String text(String sql, Action action) {
    return sql.substring(action.place().offset(), action.place().endOffset());
  }
}
