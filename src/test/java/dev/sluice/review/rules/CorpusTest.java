package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.change.TargetName;
import dev.sluice.review.Blindspot;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All rules over scripts as people write them, one after the other on one schema: the golden shows
 * what a change of a rule does elsewhere.
 */
class CorpusTest {
  private static final Path CORPUS = Path.of("test-fixtures", "corpus");

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "SQLITE"})
  void theCorpusGivesTheExpectedReview(Dialect dialect) throws IOException {
    Path folder = CORPUS.resolve(dialect.id());
    TargetReview review =
        new Reviewer(Rules.all())
            .review(
                new ReviewedTarget(TargetName.parse("shop@prod"), dialect, true, ""),
                scripts(folder, dialect),
                SampleCatalog.of(
                    RuleFixture.read(RuleFixture.ALL.resolve("catalog-" + dialect.id() + ".sql")),
                    dialect),
                OfflineJudges.of(dialect),
                ReviewPolicy.DEFAULT);

    assertThat(review.plans()).isNotEmpty();
    GeneratedDoc.check(folder.resolve("expected.txt").toString(), golden(review));
  }

  private static List<ScriptUnderReview> scripts(Path folder, Dialect dialect) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".sql"))
          .sorted()
          .map(
              f ->
                  new ScriptUnderReview(
                      String.valueOf(f.getFileName()),
                      new SqlReader().read(RuleFixture.read(f), dialect)))
          .toList();
    }
  }

  private static String golden(TargetReview review) {
    List<String> scripts = review.plans().stream().map(StatementPlan::path).distinct().toList();
    return scripts.stream().map(path -> script(path, review)).collect(Collectors.joining("\n"))
        + "\nrisk "
        + review.risk().risk().id()
        + "\n"
        + review.risk().reasons().stream().map(r -> "  " + r + "\n").collect(Collectors.joining());
  }

  private static String script(String path, TargetReview review) {
    Stream<String> findings =
        review.findings().stream()
            .filter(f -> f.path().equals(path))
            .map(f -> RuleFixture.lines(List.of(f)));
    Stream<String> suppressed =
        review.suppressed().stream()
            .filter(s -> s.finding().path().equals(path))
            .map(s -> "ignored (" + s.reason() + ") " + RuleFixture.lines(List.of(s.finding())));
    Stream<String> blindspots =
        review.blindspots().stream().filter(b -> b.path().equals(path)).map(CorpusTest::line);
    Stream<String> plans =
        review.plans().stream().filter(p -> p.path().equals(path)).map(CorpusTest::line);
    return "== "
        + path
        + "\n"
        + Stream.of(findings, suppressed, blindspots, plans)
            .flatMap(s -> s)
            .collect(Collectors.joining());
  }

  private static String line(Blindspot blindspot) {
    return blindspot.place().start() + " not fully reviewed: " + blindspot.reason() + "\n";
  }

  private static String line(StatementPlan plan) {
    return "  "
        + plan.summary()
        + " | "
        + (plan.lock().isEmpty() ? "no lock" : plan.lock() + ", blocks " + plan.blocks())
        + " | "
        + plan.risk().id()
        + "\n";
  }
}
