package dev.sluice.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final TargetName TEST = TargetName.parse("shop@test");
  private static final TargetName PROD = TargetName.parse("shop@prod");

  @Test
  void aFindingOfSeveralTargetsIsShownOnceWithTheHighestSeverity() {
    Review review =
        Review.of(
            List.of(
                review(TEST, finding("ban-x", Severity.INFO, 1)),
                review(PROD, finding("ban-x", Severity.ERROR, 1))),
            List.of());

    assertThat(review.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.targets()).containsExactly(PROD, TEST))
        .satisfies(f -> assertThat(f.finding().severity()).isEqualTo(Severity.ERROR));
    assertThat(review.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void findingsAtOnePlaceAreToldTogetherTheWorstLeading() {
    Review review =
        Review.of(
            List.of(
                review(
                    PROD,
                    finding("ban-mild", Severity.WARNING, 1),
                    finding("ban-bad", Severity.ERROR, 1),
                    finding("ban-other", Severity.ERROR, 9))),
            List.of());

    assertThat(review.findings()).hasSize(2);
    assertThat(review.findings().get(0).finding().rule()).isEqualTo(new RuleId("ban-bad"));
    assertThat(review.findings().get(0).also())
        .extracting(Finding::rule)
        .containsExactly(new RuleId("ban-mild"));
  }

  @Test
  void aWaivedFindingFailsNothingAndUncoversTheOneBehindIt() {
    Finding waived = finding("ban-bad", Severity.ERROR, 1);
    Review review =
        Review.of(
            List.of(review(PROD, waived, finding("ban-mild", Severity.WARNING, 1))),
            List.of(waiver(waived)));

    assertThat(review.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(review.waived()).hasSize(1);
    assertThat(review.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.finding().rule()).isEqualTo(new RuleId("ban-mild")));
  }

  @Test
  void aWaiverCountsForNothingWhereOneTargetsPolicyLetsNobodyWaive() {
    Finding bad = finding("ban-bad", Severity.ERROR, 1);
    Finding held = bad.with(Optional.of(new Unwaivable("strict", false)));
    Review review = Review.of(List.of(review(TEST, bad), review(PROD, held)), List.of(waiver(bad)));

    assertThat(review.waived()).isEmpty();
    assertThat(review.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(review.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.finding().unwaivable()).isPresent());
  }

  @Test
  void anIgnoreCommentIsUnusedOnlyIfNoTargetNeedsIt() {
    Finding unused = finding("ban-unused-suppression", Severity.WARNING, 1);

    assertThat(Review.of(List.of(review(TEST, unused), review(PROD)), List.of()).findings())
        .isEmpty();
    assertThat(Review.of(List.of(review(TEST, unused), review(PROD, unused)), List.of()).findings())
        .hasSize(1);
  }

  @Test
  void whatCouldNotBeSeenKeepsAReviewFromPassing() {
    assertThat(Review.of(List.of(review(PROD)), List.of()).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Review.of(List.of(unread()), List.of()).verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(Review.of(List.of(blind()), List.of()).verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void aWaiverEnds() {
    Instant end = Instant.parse("2027-02-01T00:00:00Z");
    Waiver waiver = waiver(finding("ban-bad", Severity.ERROR, 1), Optional.of(end));
    assertThat(waiver.holdsAt(end.minusSeconds(1))).isTrue();
    assertThat(waiver.holdsAt(end)).isFalse();
  }

  private static Waiver waiver(Finding finding) {
    return waiver(finding, Optional.empty());
  }

  private static Waiver waiver(Finding finding, Optional<Instant> until) {
    return new Waiver(
        finding.fingerprint(), finding.rule(), "it is empty", "olga", Instant.EPOCH, until);
  }

  private static Finding finding(String rule, Severity severity, int line) {
    Position position = new Position(line, 1);
    return new Finding(
        new RuleId(rule),
        severity,
        "V1__x.sql",
        new Place(line, 3, position, position),
        "message",
        "Effect.",
        "Remedy.",
        Optional.empty(),
        rule + line);
  }

  private static TargetReview review(TargetName target, Finding... findings) {
    return review(target, "", findings);
  }

  private static TargetReview blind() {
    TargetReview seen = review(PROD);
    Position position = new Position(1, 1);
    return new TargetReview(
        seen.target(),
        seen.findings(),
        seen.suppressed(),
        List.of(new Blindspot("V1__x.sql", new Place(0, 3, position, position), "a template")),
        seen.plans(),
        seen.risk(),
        seen.kinds(),
        seen.failOn(),
        seen.catalogNote());
  }

  private static TargetReview unread() {
    return review(PROD, "not reachable");
  }

  private static TargetReview review(TargetName target, String note, Finding... findings) {
    Position position = new Position(1, 1);
    StatementPlan plan =
        new StatementPlan(
            "V1__x.sql",
            1,
            new Place(0, 3, position, position),
            "x",
            "",
            "nothing",
            OptionalLong.empty(),
            Risk.LOW,
            List.of());
    return new TargetReview(
        target,
        List.of(findings),
        List.of(),
        List.of(),
        List.of(plan),
        new RiskAssessment(Risk.LOW, List.of("none")),
        Set.of(),
        Severity.ERROR,
        note);
  }
}
