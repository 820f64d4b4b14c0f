package dev.sluice.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewPoliciesTest {
  private static final RuleId DROP = new RuleId("ban-drop-table");

  private static ReviewPolicySettings settings(
      Optional<String> base, Optional<Severity> failOn, Map<String, RuleSettings> rules) {
    return new ReviewPolicySettings(
        base,
        failOn,
        rules,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private final ReviewPolicies policies =
      new ReviewPolicies(
          Map.of(
              "lax",
              settings(
                  Optional.empty(),
                  Optional.empty(),
                  Map.of(
                      "ban-truncate",
                      RuleSettings.of(Severity.OFF),
                      "ban-drop-table",
                      new RuleSettings(
                          Optional.of(Severity.INFO),
                          Map.of("a", List.of("1"), "b", List.of("2"))))),
              "tight",
              settings(
                  Optional.of("lax"),
                  Optional.of(Severity.WARNING),
                  Map.of(
                      "ban-drop-table",
                      new RuleSettings(Optional.empty(), Map.of("b", List.of("3")))))));

  @Test
  void aPolicyTakesFromItsBaseWhatItDoesNotSay() {
    ReviewPolicy tight = policies.named("tight");
    assertThat(tight.failOn()).isEqualTo(Severity.WARNING);
    assertThat(tight.rules().get(new RuleId("ban-truncate")))
        .isEqualTo(RuleSettings.of(Severity.OFF));
    assertThat(tight.rules().get(DROP))
        .isEqualTo(
            new RuleSettings(
                Optional.of(Severity.INFO), Map.of("a", List.of("1"), "b", List.of("3"))));
  }

  @Test
  void readyPoliciesAreThereAndCanBeChangedUnderTheirNames() {
    assertThat(policies.named("strict")).isEqualTo(ReviewPolicy.ready(Level.STRICT));
    assertThat(policies.named("relaxed")).isEqualTo(ReviewPolicy.ready(Level.RELAXED));
    ReviewPolicy changed =
        new ReviewPolicies(
                Map.of(
                    "strict",
                    settings(Optional.empty(), Optional.of(Severity.WARNING), Map.of()),
                    "own",
                    settings(Optional.of("strict"), Optional.empty(), Map.of())))
            .named("own");
    assertThat(changed.level()).isEqualTo(Level.STRICT);
    assertThat(changed.failOn()).isEqualTo(Severity.WARNING);
  }

  @Test
  void defaultNeedNotBeWritten() {
    assertThat(policies.named("default")).isEqualTo(ReviewPolicy.DEFAULT);
  }

  @Test
  void whoLetsNobodyWaiveIsTheOneThatSaysSoAndAnExtendingOneMayTakeItBack() {
    ReviewPolicies some =
        new ReviewPolicies(
            Map.of(
                "strict", waivable(Optional.empty(), false),
                "own", settings(Optional.of("strict"), Optional.empty(), Map.of()),
                "soft", waivable(Optional.of("own"), true)));
    assertThat(some.named("own").unwaivable(Stream.of(DROP))).contains("strict");
    assertThat(some.named("own").unwaivable(Stream.of(new RuleId("ban-truncate")))).isEmpty();
    assertThat(some.named("soft").unwaivable(Stream.of(DROP))).isEmpty();
  }

  private static ReviewPolicySettings waivable(Optional<String> parent, boolean waivable) {
    RuleSettings said = new RuleSettings(Optional.empty(), Optional.of(waivable), Map.of());
    return settings(parent, Optional.empty(), Map.of(DROP.value(), said));
  }
}
