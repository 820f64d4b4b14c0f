package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.language.Language;
import dev.sluice.review.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fixtures of all rules in Chinese: no sentence falls back to English. */
class ChineseFindingsTest {
  static Stream<RuleFixture> fixtures() {
    return RuleFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findingsAreTheSameButForTheirWords(RuleFixture fixture) {
    String bad = fixture.text("bad.sql");
    List<Finding> english = fixture.review(bad).findings();
    List<Finding> chinese = fixture.review(bad, Language.ZH).findings();

    assertThat(chinese)
        .usingRecursiveComparison()
        .ignoringFields("message", "effect", "remedy")
        .isEqualTo(english);
    assertThat(chinese).allSatisfy(ChineseFindingsTest::isChinese);
  }

  private static void isChinese(Finding finding) {
    assertThat(Stream.of(finding.message(), finding.effect(), finding.remedy()))
        .allMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
  }
}
