package dev.sluice.review.rules;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.Finding;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.SuppressionRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One rule on one engine: {@code test-fixtures/rules/<id>/<engine>/}. */
public record RuleFixture(Rule rule, Dialect dialect) {
  public static final Path ALL = Path.of("test-fixtures", "rules");

  public static Stream<RuleFixture> all() {
    return Rules.all().stream()
        .flatMap(r -> r.info().engines().stream().sorted().map(e -> new RuleFixture(r, e)));
  }

  public Path file(String name) {
    return ALL.resolve(rule.info().id().value()).resolve(dialect.id()).resolve(name);
  }

  public String text(String name) {
    return read(file(name));
  }

  public Catalog catalog() {
    Path own = file("catalog.sql");
    Path shared = ALL.resolve("catalog-" + dialect.id() + ".sql");
    return SampleCatalog.of(read(Files.exists(own) ? own : shared), dialect);
  }

  /** The findings of this rule alone. */
  public List<Finding> findings(String sql) {
    return review(sql).findings().stream().filter(f -> f.rule().equals(rule.info().id())).toList();
  }

  /** A suppression is judged by what the other rules find, so they have to run. */
  public TargetReview review(String sql) {
    List<Rule> rules = rule instanceof SuppressionRule ? Rules.all() : List.of(rule);
    return new Reviewer(rules)
        .review(
            new ReviewedTarget(TargetName.of("shop", "prod"), dialect, true, ""),
            List.of(new ScriptUnderReview("V1__x.sql", new SqlReader().read(sql, dialect))),
            catalog(),
            OfflineJudges.of(dialect),
            ReviewPolicy.DEFAULT);
  }

  public static String lines(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.place().start() + " " + f.severity().id() + " " + f.rule() + " " + f.message())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  public String toString() {
    return rule.info().id() + " " + dialect.id();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
