package dev.sluice.review.rules.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.Replacement;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a suggestion of a lock rule puts into the script, with all rules on. */
class OfferedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          DROP INDEX orders_placed_at                           | DROP INDEX CONCURRENTLY orders_placed_at
          REINDEX TABLE orders                                  | REINDEX TABLE CONCURRENTLY orders
          ALTER TABLE orders ADD UNIQUE (status, reference)     | CREATE UNIQUE INDEX CONCURRENTLY orders_status_reference_key ON orders (status, reference);⏎ALTER TABLE orders ADD CONSTRAINT orders_status_reference_key UNIQUE USING INDEX orders_status_reference_key
          ALTER TABLE orders ADD UNIQUE (status) DEFERRABLE     |
          ALTER TABLE orders ADD UNIQUE (status), ADD note text |
          ALTER DOMAIN d ADD CHECK (VALUE > 0)                  | ALTER DOMAIN d ADD CHECK (VALUE > 0) NOT VALID
          CREATE TABLE o1 PARTITION OF orders FOR VALUES IN (1) | CREATE TABLE o1 (LIKE orders INCLUDING ALL EXCLUDING IDENTITY);⏎ALTER TABLE orders ATTACH PARTITION o1 FOR VALUES IN (1)
          """)
  void isOfferedOnlyWhereItHelps(String sql, String expected) throws Exception {
    String catalog = Files.readString(Path.of("test-fixtures/rules/catalog-postgresql.sql"));
    assertThat(offered(sql, SampleCatalog.of(catalog, Dialect.POSTGRESQL)))
        .isEqualTo(expected == null ? List.of() : List.of(expected.replace('⏎', '\n')));
  }

  private static List<String> offered(String sql, Catalog catalog) {
    return new Reviewer(Rules.all())
            .review(
                new ReviewedTarget(TargetName.of("shop", "prod"), Dialect.POSTGRESQL, true, ""),
                List.of(
                    new ScriptUnderReview(
                        "V1__x.sql", new SqlReader().read(sql, Dialect.POSTGRESQL))),
                catalog,
                OfflineJudges.of(Dialect.POSTGRESQL),
                ReviewPolicy.DEFAULT)
            .findings()
            .stream()
            .flatMap(f -> f.replacement().stream())
            .map(r -> applied(sql, r))
            .toList();
  }

  private static String applied(String sql, Replacement replacement) {
    return new StringBuilder(sql)
        .replace(replacement.place().offset(), replacement.place().endOffset(), replacement.text())
        .toString();
  }
}
