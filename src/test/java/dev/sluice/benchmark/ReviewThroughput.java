package dev.sluice.benchmark;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A whole review of scripts, and parts of it, against bare parsing of the same scripts. The scripts
 * are generated, or those below {@code -Dsluice.benchmark.scripts=DIRECTORY}.
 */
final class ReviewThroughput {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 9;
  private static final Dialect DIALECT =
      Dialect.valueOf(
          System.getProperty("sluice.benchmark.dialect", "postgresql").toUpperCase(Locale.ROOT));

  private ReviewThroughput() {}

  static void run() {
    List<String> scripts = scripts();
    SqlReader reader = new SqlReader();
    List<ParsedScript> parsed = scripts.stream().map(s -> reader.read(s, DIALECT)).toList();
    long statements = parsed.stream().mapToLong(s -> s.statements().size()).sum();
    System.out.printf("%d %s scripts, %d statements%n", scripts.size(), DIALECT.id(), statements);
    List<Trial> trials =
        List.of(
            new Trial("bare parsing: the judge's grammar", n -> parsed.forEach(Trial::judge)),
            new Trial(
                "reading (split, tokens, actions)",
                n -> scripts.forEach(s -> reader.read(s, DIALECT))),
            new Trial(
                "reading with JSqlParser's tree of each",
                n -> scripts.forEach(s -> trees(reader, s))),
            new Trial("whole review", n -> review(reader, scripts)));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      boolean counts = round >= WARM_UP;
      trials.forEach(trial -> trial.once(counts));
    }
    double bare = trials.get(0).figures.median();
    trials.forEach(trial -> trial.tell(bare, statements));
  }

  private record Trial(String name, Consumer<Integer> work, Figures figures) {
    Trial(String name, Consumer<Integer> work) {
      this(name, work, new Figures());
    }

    void once(boolean counts) {
      long start = System.nanoTime();
      work.accept(0);
      if (counts) {
        figures.add(System.nanoTime() - start);
      }
    }

    static void judge(ParsedScript script) {
      script.statements().forEach(OfflineJudges.of(DIALECT)::judge);
    }

    void tell(double bare, long statements) {
      System.out.printf(
          "%-42s %6.2f × bare, %7.0f statements/s%n",
          name, figures.median() / bare, statements / figures.median() * 1000);
    }
  }

  private static void trees(SqlReader reader, String script) {
    reader.read(script, DIALECT).statements().forEach(s -> s.tree().root());
  }

  private static void review(SqlReader reader, List<String> scripts) {
    List<ScriptUnderReview> under = new ArrayList<>();
    for (String script : scripts) {
      under.add(
          new ScriptUnderReview("V" + under.size() + "__s.sql", reader.read(script, DIALECT)));
    }
    ReviewPolicy policy = ReviewPolicy.DEFAULT;
    new Reviewer(Rules.all())
        .review(
            new ReviewedTarget(TargetName.of(DIALECT.id(), "files"), DIALECT, true, ""),
            under,
            Catalog.unread(DIALECT),
            OfflineJudges.of(DIALECT),
            policy);
  }

  private static List<String> scripts() {
    String directory = System.getProperty("sluice.benchmark.scripts", "");
    if (directory.isEmpty()) {
      return Stream.iterate(1, i -> i + 1).limit(50).map(i -> Scripts.migration(i, 20)).toList();
    }
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      return files
          .filter(f -> f.toString().endsWith(".sql"))
          .sorted()
          .map(ReviewThroughput::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
