package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule against its own fixtures, with only that rule on. */
class RuleFixtureTest {
  static Stream<RuleFixture> fixtures() {
    return RuleFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void badSqlGivesExactlyTheExpectedFindings(RuleFixture fixture) {
    List<Finding> findings = fixture.findings(fixture.text("bad.sql"));

    assertThat(findings).isNotEmpty();
    GeneratedDoc.check(fixture.file("expected.txt").toString(), RuleFixture.lines(findings));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void goodSqlGivesNone(RuleFixture fixture) {
    assertThat(RuleFixture.lines(fixture.findings(fixture.text("good.sql")))).isBlank();
    assertThat(fixture.review(fixture.text("good.sql")).blindspots()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void replacementsMendTheFindingsThatOfferThem(RuleFixture fixture) {
    String bad = fixture.text("bad.sql");
    List<Finding> findings = fixture.findings(bad);
    String mended = apply(bad, findings);

    long without = findings.stream().filter(f -> f.replacement().isEmpty()).count();
    assertThat(fixture.findings(mended)).as(mended).hasSize((int) without);
    if (!mended.equals(bad)) {
      assertThat(syntaxErrors(mended, fixture)).as(mended).isEmpty();
    }
  }

  private static String apply(String sql, List<Finding> findings) {
    StringBuilder text = new StringBuilder(sql);
    findings.stream()
        .flatMap(f -> f.replacement().stream())
        .sorted(Comparator.comparing((Replacement r) -> r.place().offset()).reversed())
        .forEach(r -> text.replace(r.place().offset(), r.place().endOffset(), r.text()));
    return text.toString();
  }

  private static Stream<String> syntaxErrors(String sql, RuleFixture fixture) {
    ParsedScript script = new SqlReader().read(sql, fixture.dialect());
    SyntaxJudge judge = OfflineJudges.of(fixture.dialect());
    return script.statements().stream()
        .map(judge::judge)
        .filter(SyntaxJudge.Invalid.class::isInstance)
        .map(Object::toString);
  }
}
