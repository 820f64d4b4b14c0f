package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.review.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {
  static List<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRulesPageIsUpToDate(Rule rule) {
    GeneratedDoc.check("docs/rules/" + rule.info().id() + ".md", RulePages.page(rule));
  }

  @Test
  void theIndexIsUpToDate() {
    GeneratedDoc.check("docs/rules/README.md", RulePages.index(Rules.all()));
  }

  @Test
  void theChineseIndexIsUpToDate() {
    GeneratedDoc.check("docs/rules/README.zh.md", RulePages.inChinese(Rules.all()));
  }

  @Test
  void noPageIsLeftOfARuleThatIsGone() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs", "rules"))) {
      assertThat(
              pages.map(p -> String.valueOf(p.getFileName())).filter(n -> !n.startsWith("README.")))
          .containsExactlyInAnyOrderElementsOf(
              Rules.all().stream().map(r -> r.info().id() + ".md").toList());
    }
  }
}
