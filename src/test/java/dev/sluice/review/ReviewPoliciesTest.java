package dev.sluice.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewPoliciesTest {
  private static ReviewPolicySettings settings(
      Optional<String> base, Optional<Severity> failOn, Map<String, Severity> rules) {
    return new ReviewPolicySettings(base, failOn, rules, Optional.empty(), Optional.empty());
  }

  private final ReviewPolicies policies =
      new ReviewPolicies(
          Map.of(
              "lax",
              settings(
                  Optional.empty(),
                  Optional.empty(),
                  Map.of("ban-truncate", Severity.OFF, "ban-drop-table", Severity.INFO)),
              "strict",
              settings(
                  Optional.of("lax"),
                  Optional.of(Severity.WARNING),
                  Map.of("ban-drop-table", Severity.ERROR))));

  @Test
  void aPolicyTakesFromItsBaseWhatItDoesNotSay() {
    ReviewPolicy strict = policies.named("strict");
    assertThat(strict.failOn()).isEqualTo(Severity.WARNING);
    assertThat(strict.severityOf(new RuleId("ban-truncate"))).contains(Severity.OFF);
    assertThat(strict.severityOf(new RuleId("ban-drop-table"))).contains(Severity.ERROR);
  }

  @Test
  void defaultNeedNotBeWritten() {
    assertThat(policies.named("default")).isEqualTo(ReviewPolicy.DEFAULT);
  }
}
