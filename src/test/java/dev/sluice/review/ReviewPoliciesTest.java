package dev.sluice.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewPoliciesTest {
  private static final Set<String> RULES = Set.of("ban-x", "ban-y");

  @Test
  void thereIsAlwaysADefault() {
    assertThat(new ReviewPolicies(Map.of()).named("default")).isEqualTo(ReviewPolicy.DEFAULT);
  }

  @Test
  void aPolicyTakesFromItsBaseWhatItDoesNotSay() {
    ReviewPolicies policies =
        new ReviewPolicies(
            Map.of(
                "default", settings(null, Severity.WARNING, Map.of("ban-x", Severity.OFF)),
                "strict", settings("default", null, Map.of("ban-y", Severity.INFO))));

    ReviewPolicy strict = policies.named("strict");
    assertThat(strict.failOn()).isEqualTo(Severity.WARNING);
    assertThat(strict.severities())
        .containsOnly(
            Map.entry(new RuleId("ban-x"), Severity.OFF),
            Map.entry(new RuleId("ban-y"), Severity.INFO));
    assertThat(policies.problems(RULES)).isEmpty();
  }

  @Test
  void unknownRulesUnknownBasesAndCirclesAreToldTogether() {
    ReviewPolicies policies =
        new ReviewPolicies(
            Map.of(
                "a", settings("b", null, Map.of("ban-z", Severity.OFF)),
                "b", settings("a", null, Map.of()),
                "c", settings("nowhere", null, Map.of())));

    assertThat(policies.problems(RULES))
        .containsExactly(
            "a.rules: there is no rule ban-z",
            "a.base: leads back to a",
            "b.base: leads back to b",
            "c.base: there is no policy nowhere");
  }

  private static ReviewPolicySettings settings(
      @Nullable String base, @Nullable Severity failOn, Map<String, Severity> rules) {
    return new ReviewPolicySettings(
        Optional.ofNullable(base),
        Optional.ofNullable(failOn),
        rules,
        Optional.empty(),
        Optional.empty());
  }
}
