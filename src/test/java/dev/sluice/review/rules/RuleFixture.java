package dev.sluice.review.rules;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.language.Language;
import dev.sluice.probe.Answers;
import dev.sluice.review.Finding;
import dev.sluice.review.Level;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.SampleAnswers;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.engine.Reviewer.Seen;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.SuppressionRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return review(sql, Language.EN);
  }

  /** The same, with what it says in this language. */
  public TargetReview review(String sql, Language language) {
    List<Rule> rules = rule instanceof SuppressionRule ? Rules.all() : List.of(rule);
    Reviewer reviewer = new Reviewer(rules).in(language);
    ReviewedTarget target = new ReviewedTarget(TargetName.of("shop", "prod"), dialect, true, "");
    List<ScriptUnderReview> scripts =
        List.of(new ScriptUnderReview("V1__x.sql", new SqlReader().read(sql, dialect)));
    SyntaxJudge judge = OfflineJudges.of(dialect);
    Seen unasked = new Seen(catalog(), judge, Answers.NONE);
    Reviewer.Asking first = reviewer.review(target, scripts, unasked, path -> policy());
    Path answers = file("answers.txt");
    if (!Files.exists(answers)) {
      return first.review();
    }
    Seen asked = new Seen(catalog(), judge, SampleAnswers.of(read(answers), first.probes()));
    return reviewer.review(target, scripts, asked, path -> policy()).review();
  }

  /** As by default, but for a rule that is off, and with the options that the fixture needs. */
  private ReviewPolicy policy() {
    Optional<Severity> on =
        rule.info().severity() == Severity.OFF ? Optional.of(Severity.WARNING) : Optional.empty();
    return new ReviewPolicy(
        Level.STANDARD, Severity.ERROR, Map.of(rule.info().id(), new RuleSettings(on, options())));
  }

  /** {@code options.txt}: {@code name: value, value} in each line. */
  private Map<String, List<String>> options() {
    if (Files.notExists(file("options.txt"))) {
      return Map.of();
    }
    return text("options.txt")
        .lines()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(l -> l[0], l -> List.of(l[1].split(", "))));
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
