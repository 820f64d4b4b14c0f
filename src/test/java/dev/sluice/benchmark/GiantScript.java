package dev.sluice.benchmark;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scripts of 1,000 and of 10,000 statements: time and live memory, which should grow alike. */
final class GiantScript {
  private GiantScript() {}

  static void run() {
    review(1_000, GiantScript::newTables);
    for (int statements : new int[] {1_000, 10_000, 20_000}) {
      review(statements, GiantScript::newTables);
    }
    for (int statements : new int[] {1_000, 2_000, 4_000}) {
      review(statements, GiantScript::changes);
    }
  }

  private static String newTables(int statements) {
    return IntStream.rangeClosed(1, statements / 20)
        .mapToObj(i -> Scripts.migration(i, 20))
        .collect(Collectors.joining());
  }

  /** Of fifty tables that others use, in one transaction. */
  private static String changes(int statements) {
    return IntStream.rangeClosed(1, statements)
        .mapToObj(i -> "ALTER TABLE t%d ADD COLUMN c%d text;%n".formatted(i % 50, i))
        .collect(Collectors.joining());
  }

  private static void review(int statements, IntFunction<String> scripts) {
    String text = scripts.apply(statements);
    long before = live();
    long start = System.nanoTime();
    ScriptUnderReview script =
        new ScriptUnderReview("V1__giant.sql", new SqlReader().read(text, Dialect.POSTGRESQL));
    TargetReview review =
        new Reviewer(Rules.all())
            .review(
                new ReviewedTarget(TargetName.of("orders", "prod"), Dialect.POSTGRESQL, true, ""),
                List.of(script),
                Catalog.unread(Dialect.POSTGRESQL),
                OfflineJudges.of(Dialect.POSTGRESQL),
                ReviewPolicy.DEFAULT);
    double seconds = (System.nanoTime() - start) / 1e9;
    long held = live() - before;
    System.out.printf(
        "%d statements, %d kB: %.1f s, %.0f a second, %d findings; %.1f kB per statement held%n",
        script.script().statements().size(),
        text.length() / 1024,
        seconds,
        statements / seconds,
        review.findings().size(),
        held / 1024.0 / statements);
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
