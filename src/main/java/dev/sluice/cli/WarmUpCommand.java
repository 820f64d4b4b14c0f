package dev.sluice.cli;

import dev.sluice.cli.OfflineReview.Batch;
import dev.sluice.cli.report.Format;
import dev.sluice.cli.report.Report;
import dev.sluice.language.Language;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code sluice warm-up}: uses once what {@code review} and {@code serve} use. A JVM that is told
 * to archive the classes it has loaded ({@code -XX:ArchiveClassesAtExit}, JEP 350) then has them
 * all, and later ones start in half the time.
 */
@Command(name = "warm-up", hidden = true, description = "For the launcher's class archive.")
final class WarmUpCommand implements Callable<Integer> {
  private static final String SCRIPT =
      """
      CREATE TABLE orders (id bigint NOT NULL PRIMARY KEY, note varchar(200));
      ALTER TABLE orders ADD COLUMN total integer NOT NULL DEFAULT 0;
      CREATE INDEX orders_note ON orders (note);
      UPDATE orders SET note = 'late' WHERE id = 1;
      DELETE FROM orders;
      SELECT * FROM orders JOIN customers ON customers.id = orders.id;
      DROP TABLE orders;
      """;

  @Override
  public Integer call() throws Exception {
    List<Batch> batches =
        Arrays.stream(Dialect.values())
            .map(d -> new Batch(d, ReviewPolicy.DEFAULT, Map.of("V1__warm_up.sql", SCRIPT)))
            .toList();
    Report report = new OfflineReview(List.of(), Language.EN).run(batches);
    for (Format format : Format.values()) {
      format.write(report, false);
    }
    return Calls.demo(true, 0);
  }
}
