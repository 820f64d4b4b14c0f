package dev.sluice.review.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.language.Language;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TableLock;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final String SHOP =
      """
      -- version: 16.4
      -- rows: orders 120000000 38GB
      -- rows: customers 400000 80MB
      -- rows: currencies 180 16kB
      CREATE TABLE orders (id bigint PRIMARY KEY, total integer, status varchar(20));
      CREATE TABLE customers (id bigint PRIMARY KEY, name text);
      CREATE TABLE currencies (code text PRIMARY KEY, name text);
      """;

  private static StatementPlan plan(Dialect dialect, boolean production, String sql) {
    Catalog catalog = SampleCatalog.of(SHOP, dialect);
    Statement statement = new SqlReader().read(sql, dialect).statements().get(0);
    return new Planner(dialect, "prod", production, Language.EN)
        .plan("V1__x.sql", statement, catalog);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          CREATE TABLE t (id int)                                        |                        | nothing          | LOW
          ALTER TABLE orders ADD note text                               | ACCESS EXCLUSIVE       | reads and writes | MEDIUM
          ALTER TABLE customers ADD note text                            | ACCESS EXCLUSIVE       | reads and writes | LOW
          ALTER TABLE orders ADD t uuid DEFAULT gen_random_uuid()        | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          ALTER TABLE currencies ADD t uuid DEFAULT gen_random_uuid()    | ACCESS EXCLUSIVE       | reads and writes | LOW
          ALTER TABLE orders ADD n serial                                | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          ALTER TABLE orders ALTER total SET NOT NULL                    | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          ALTER TABLE orders ADD CHECK (total > 0) NOT VALID             | ACCESS EXCLUSIVE       | reads and writes | MEDIUM
          ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES customers   | SHARE ROW EXCLUSIVE    | writes           | HIGH
          ALTER TABLE orders ALTER status TYPE text                      | ACCESS EXCLUSIVE       | reads and writes | MEDIUM
          ALTER TABLE orders ALTER total TYPE bigint                     | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          ALTER TABLE orders RENAME TO o                                 | ACCESS EXCLUSIVE       | reads and writes | HIGH
          CREATE INDEX i ON orders (total)                               | SHARE                  | writes           | HIGH
          CREATE INDEX CONCURRENTLY i ON orders (total)                  | SHARE UPDATE EXCLUSIVE | nothing          | LOW
          UPDATE orders SET total = 1 WHERE id = 2                       | ROW EXCLUSIVE          | nothing          | MEDIUM
          DELETE FROM customers                                          | ROW EXCLUSIVE          | nothing          | CRITICAL
          DROP TABLE currencies                                          | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          SELECT 1                                                       |                        | nothing          | LOW
          ALTER TABLE orders SET UNLOGGED                                | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          ALTER TABLE orders OWNER TO someone                            | ACCESS EXCLUSIVE       | reads and writes | MEDIUM
          ALTER TABLE orders SET (fillfactor = 70)                       | SHARE UPDATE EXCLUSIVE | nothing          | MEDIUM
          CREATE TRIGGER x AFTER UPDATE ON orders EXECUTE FUNCTION f()   | SHARE ROW EXCLUSIVE    | writes           | LOW
          DROP POLICY p ON orders                                        | ACCESS EXCLUSIVE       | reads and writes | HIGH
          VACUUM orders                                                  | SHARE UPDATE EXCLUSIVE | nothing          | LOW
          VACUUM FULL orders                                             | ACCESS EXCLUSIVE       | reads and writes | CRITICAL
          REINDEX TABLE orders                                           | SHARE                  | reads and writes | CRITICAL
          REINDEX TABLE CONCURRENTLY orders                              | SHARE UPDATE EXCLUSIVE | nothing          | LOW
          LOCK TABLE orders IN EXCLUSIVE MODE                            | EXCLUSIVE              | writes           | LOW
          CREATE TABLE p PARTITION OF orders FOR VALUES IN (1)           | ACCESS EXCLUSIVE       | reads and writes | MEDIUM
          CREATE TABLE p (o bigint REFERENCES orders)                    | SHARE ROW EXCLUSIVE    | writes           | LOW
          """)
  void onPostgresql(String sql, String lock, String blocks, Risk risk) {
    StatementPlan plan = plan(Dialect.POSTGRESQL, true, sql);

    assertThat(plan.lock()).isEqualTo(lock == null ? "" : lock);
    assertThat(plan.blocks()).isEqualTo(blocks);
    assertThat(plan.risk()).as(plan.reasons().toString()).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE orders ADD note text         | LOW
          CREATE INDEX i ON orders (total)         | HIGH
          ALTER TABLE orders DROP COLUMN status    | CRITICAL
          UPDATE orders SET total = 1 WHERE id = 2 | MEDIUM
          """)
  void onSqliteEveryChangeLocksTheWholeDatabase(String sql, Risk risk) {
    StatementPlan plan = plan(Dialect.SQLITE, true, sql);

    assertThat(plan.lock()).isEqualTo("write lock on the whole database");
    assertThat(plan.blocks()).isEqualTo("writes");
    assertThat(plan.risk()).isEqualTo(risk);
  }

  @Test
  void eachLockedTableIsNamedOnceWithItsStrongestLock() {
    StatementPlan plan =
        plan(
            Dialect.POSTGRESQL,
            true,
            "ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES customers NOT VALID,"
                + " ADD COLUMN c text REFERENCES currencies");

    assertThat(plan.locks())
        .extracting(TableLock::table, TableLock::lock)
        .containsExactly(
            tuple("orders", "ACCESS EXCLUSIVE"),
            tuple("customers", "SHARE ROW EXCLUSIVE"),
            tuple("currencies", "SHARE ROW EXCLUSIVE"));
    assertThat(plan.work()).isEqualTo("for an instant");
  }

  @Test
  void severalClausesCountAsTheWorstOfThem() {
    StatementPlan plan =
        plan(
            Dialect.POSTGRESQL,
            true,
            "ALTER TABLE currencies ADD note text, DROP COLUMN name, ADD CHECK (code > '')");

    assertThat(plan.summary())
        .isEqualTo(
            "ADD COLUMN currencies.note; DROP COLUMN currencies.name; ADD CONSTRAINT currencies");
    assertThat(plan.risk()).isEqualTo(Risk.CRITICAL);
    assertThat(plan.rows()).hasValue(180);
  }

  @Test
  void beforeTheLastEnvironmentRisksCountOneStepLessAndSaySo() {
    StatementPlan plan = plan(Dialect.POSTGRESQL, false, "DROP TABLE orders");
    RiskAssessment assessment =
        new Planner(Dialect.POSTGRESQL, "test", false, Language.EN).assess(List.of(plan));

    assertThat(assessment.risk()).isEqualTo(Risk.HIGH);
    assertThat(assessment.reasons())
        .containsExactly(
            "DROP TABLE orders loses data for good",
            "DROP TABLE orders blocks reads and writes for an instant (120 M rows, 38 GB)",
            "test is not the last environment: one step less");
  }

  @Test
  void longWorkIsGivenInTime() {
    assertThat(
            plan(Dialect.POSTGRESQL, true, "ALTER TABLE orders ADD n serial")
                .timing()
                .words()
                .orElseThrow())
        .hasToString("5–95 min");
    assertThat(
            plan(Dialect.MYSQL, true, "ALTER TABLE orders MODIFY total bigint")
                .timing()
                .words()
                .orElseThrow())
        .hasToString("9 min–3 h");
    assertThat(plan(Dialect.POSTGRESQL, true, "ALTER TABLE orders ADD n int").timing().words())
        .isEmpty();
    assertThat(plan(Dialect.POSTGRESQL, true, "CREATE INDEX i ON currencies (name)").timing())
        .hasToString("Timing[takes=Optional[under a second], open=false, holds=[]]");
  }

  @Test
  void withoutASizeNoTimeIsGuessed() {
    Statement statement =
        new SqlReader()
            .read("CREATE INDEX i ON orders (total)", Dialect.POSTGRESQL)
            .statements()
            .get(0);
    StatementPlan plan =
        new Planner(Dialect.POSTGRESQL, "prod", true, Language.EN)
            .plan("V1__x.sql", statement, Catalog.unread(Dialect.POSTGRESQL));

    assertThat(plan.timing().words().orElseThrow()).hasToString("unknown without the size");
  }

  @Test
  void aBlockOfCodeIsWhatItsStatementsAre() {
    StatementPlan plan =
        plan(
            Dialect.POSTGRESQL,
            true,
            "DO $$ BEGIN IF true THEN ALTER TABLE orders ADD note text; END IF; END $$");

    assertThat(plan.summary()).isEqualTo("ADD COLUMN orders.note");
    assertThat(plan.lock()).isEqualTo("ACCESS EXCLUSIVE");
    assertThat(plan.risk()).isEqualTo(Risk.MEDIUM);
  }

  @Test
  void aBlockThatIsNotUnderstoodStaysARisk() {
    StatementPlan plan =
        plan(Dialect.POSTGRESQL, true, "DO $$ BEGIN EXECUTE 'drop table orders'; END $$");

    assertThat(plan.reasons()).containsExactly("DO BLOCK runs code that is not looked into");
  }

  @Test
  void everyKindOfActionHasARowInEveryTable() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(Impacts.of(dialect)).isNotNull();
    }
  }
}
