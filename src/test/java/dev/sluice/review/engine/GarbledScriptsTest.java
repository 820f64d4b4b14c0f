package dev.sluice.review.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.probe.Answers;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Level;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.RuleId;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer.Seen;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rules.RuleFixture;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a merge request brings, nothing throws, hangs or points outside the file. {@code
 * -Dsluice.garbled.rounds} and {@code -Dsluice.garbled.seed} for longer runs and for the same
 * again.
 */
@ParameterizedClass
@EnumSource(Dialect.class)
final class GarbledScriptsTest {
  private static final int ROUNDS = Integer.getInteger("sluice.garbled.rounds", 150);
  private static final long SEED = Long.getLong("sluice.garbled.seed", System.nanoTime());

  /** Far more than any of these takes; what hangs would take for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Dialect dialect;
  private final SqlReader reader = new SqlReader();
  private final Reviewer reviewer = new Reviewer(Rules.all());
  private final ReviewPolicy everything;
  private final Catalog catalog;

  GarbledScriptsTest(Dialect dialect) {
    this.dialect = dialect;
    this.catalog =
        RuleFixture.all().filter(f -> f.dialect() == dialect).findFirst().orElseThrow().catalog();
    Map<RuleId, RuleSettings> all =
        Rules.all().stream()
            .map(Rule::info)
            .collect(Collectors.toMap(i -> i.id(), i -> RuleSettings.of(Severity.WARNING)));
    this.everything = new ReviewPolicy(Level.STRICT, Severity.ERROR, all);
  }

  @Test
  void theyAreReadAndReviewedAndEveryPlaceLiesInTheFile() {
    Garbler garbler = new Garbler(dialect, SEED);
    for (int i = 0; i < ROUNDS; i++) {
      String text = garbler.next();
      String which = "seed " + SEED + ", round " + i + " on " + dialect + ":\n" + text;
      ParsedScript script =
          assertTimeoutPreemptively(PATIENCE, () -> reader.read(text, dialect), which);
      statementsGiveTheFileBack(script, which);
      TargetReview review = assertTimeoutPreemptively(PATIENCE, () -> review(script), which);
      review.findings().forEach(f -> liesIn(text, f, which));
      review.plans().stream().map(StatementPlan::place).forEach(p -> liesIn(text, p, which));
      review.blindspots().stream().map(Blindspot::place).forEach(p -> liesIn(text, p, which));
    }
  }

  private TargetReview review(ParsedScript script) {
    return reviewer
        .review(
            new ReviewedTarget(TargetName.of("shop", "prod"), dialect, true, ""),
            List.of(new ScriptUnderReview("V1__x.sql", script)),
            new Seen(catalog, OfflineJudges.of(dialect), Answers.NONE),
            path -> everything)
        .review();
  }

  /** In order, without overlap, each the text of its place; its tokens lie in it in order. */
  private void statementsGiveTheFileBack(ParsedScript script, String which) {
    int behind = 0;
    for (Statement statement : script.statements()) {
      Place place = statement.place();
      assertThat(place.offset()).as(which).isGreaterThanOrEqualTo(behind);
      nothingStandsBetween(script, behind, place.offset(), which);
      assertThat(text(script, place)).as(which).isEqualTo(statement.text());
      behind = place.endOffset();
      int inner = place.offset();
      for (Token token : statement.tokens()) {
        assertThat(token.place().offset()).as(which).isGreaterThanOrEqualTo(inner);
        assertThat(text(script, token.place())).as(which).isEqualTo(token.text());
        inner = token.place().endOffset();
      }
      assertThat(inner).as(which).isLessThanOrEqualTo(behind);
    }
  }

  /** But for comments and terminators; a client's words and the data of COPY aside. */
  private void nothingStandsBetween(ParsedScript script, int from, int to, String which) {
    String text = script.text();
    if (script.problems().isEmpty() && !text.matches("(?is).*(delimiter|copy|go\\s|\\\\).*")) {
      assertThat(reader.read(text.substring(from, to), dialect).statements()).as(which).isEmpty();
    }
  }

  private static String text(ParsedScript script, Place place) {
    return script.text().substring(place.offset(), place.endOffset());
  }

  private static void liesIn(String text, Finding finding, String which) {
    liesIn(text, finding.place(), which);
    finding.replacement().ifPresent(r -> liesIn(text, r.place(), which));
  }

  private static void liesIn(String text, Place place, String which) {
    assertThat(place.offset()).as(which).isNotNegative();
    assertThat(place.length()).as(which).isNotNegative();
    assertThat(place.endOffset()).as(which).isLessThanOrEqualTo(text.length());
    assertThat(place.start().line()).as(which).isEqualTo(line(text, place.offset()));
  }

  private static int line(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }
}
