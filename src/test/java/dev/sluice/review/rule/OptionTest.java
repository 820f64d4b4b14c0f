package dev.sluice.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionTest {
  private static final Option<Integer> MAX = Option.number("max", 5, "At most");
  private static final Option<NamePattern> NAME =
      Option.pattern("name", "idx_{{table}}_{{columns}}", Set.of("table", "columns"), "A name");

  @Test
  void whatNoPolicySetsIsTheDefault() {
    assertThat(Options.DEFAULT.get(MAX)).isEqualTo(5);
  }

  @Test
  void aValueThatIsNoneIsToldWithWhatIsExpected() {
    assertThat(Options.problem(MAX, List.of("7"))).isEmpty();
    assertThat(Options.problem(MAX, List.of("-7")))
        .contains("expects a whole number, found \"-7\"");
    assertThat(Options.problem(MAX, List.of("7", "8")))
        .contains("expects a whole number, found a list");
    assertThat(Options.problem(NAME, List.of("{{tabel}}")))
        .contains("has the placeholder {{tabel}}; known here: {{columns}}, {{table}}");
  }

  @Test
  void placeholdersStandForNamesAsTheyAre() {
    Map<String, String> values = Map.of("table", "a.b", "columns", "x");
    NamePattern pattern = NAME.byDefault();
    assertThat(pattern.matches("idx_a.b_x", values)).isTrue();
    assertThat(pattern.matches("idx_acb_x", values)).isFalse();
    assertThat(pattern.only(values)).contains("idx_a.b_x");
  }

  @Test
  void aPatternWithAChoiceHasNoOnlyName() {
    NamePattern choice = NAME.read(List.of("(idx|ix)_{{table}}"));
    assertThat(choice.only(Map.of("table", "t"))).isEmpty();
    assertThat(NAME.read(List.of("^$|^ix_{{table}}$")).only(Map.of("table", "t"))).contains("ix_t");
  }
}
