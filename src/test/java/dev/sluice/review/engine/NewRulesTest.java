package dev.sluice.review.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.Finding;
import dev.sluice.review.NewRules;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.ReviewPolicySettings;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.SluiceVersion;
import dev.sluice.review.TargetReview;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An upgrade brings rules; they inform until the policy takes them over. */
class NewRulesTest {
  private static final Rule OLD = new AgainstDrops("ban-old", Severity.ERROR, "1.2.0");
  private static final Rule NEW = new AgainstDrops("ban-new", Severity.ERROR, "1.3.0");
  private static final Rule QUIET = new AgainstDrops("ban-quiet", Severity.INFO, "1.3.0");
  private static final Rule OPTIONAL = new AgainstDrops("ban-off", Severity.OFF, "1.4.0");

  /** An artificial rule. */
  private static final class AgainstDrops extends RuleFor<Action.DropTable> {
    AgainstDrops(String id, Severity severity, String since) {
      super(
          Action.DropTable.class,
          new RuleInfo(
                  id, severity, RuleInfo.ALL_ENGINES, id, new Explanation("When.", "Why.", "Do."))
              .since(since));
    }

    @Override
    protected Optional<Problem> problem(Action.DropTable action, Scene scene) {
      return Optional.of(Problem.at(action.place(), "dropped"));
    }
  }

  @Test
  void whatCameAfterThePolicysVersionInforms() {
    TargetReview review = review(Optional.of("1.2"), Map.of());
    assertThat(severities(review))
        .containsExactly("ban-old error", "ban-new info", "ban-quiet info");
    assertThat(review.newRules())
        .singleElement()
        .satisfies(n -> assertThat(n.rules()).containsExactly(NEW.info().id()))
        .extracting(n -> n.words().toString())
        .isEqualTo(
            "1 rule is new since 1.2.0 and only informs: ban-new. rules_version: 1.3.0 in the review"
                + " policy own makes it count.");
  }

  @Test
  void withTheNewerVersionOrNoneItCounts() {
    for (Optional<String> version : List.of(Optional.of("1.3.0"), Optional.<String>empty())) {
      TargetReview review = review(version, Map.of());
      assertThat(severities(review))
          .containsExactly("ban-old error", "ban-new error", "ban-quiet info");
      assertThat(review.newRules()).isEmpty();
    }
  }

  @Test
  void whatThePolicyNamesIsNotNewToIt() {
    TargetReview review =
        review(
            Optional.of("1.2.9"),
            Map.of(
                "ban-new", RuleSettings.of(Severity.WARNING),
                "ban-off", RuleSettings.of(Severity.ERROR)));
    assertThat(severities(review))
        .containsExactly("ban-old error", "ban-new warning", "ban-quiet info", "ban-off error");
    assertThat(review.newRules()).isEmpty();
  }

  @Test
  void severalAreCountedAndSortedAndTheNewestVersionIsNamed() {
    NewRules all = review(Optional.of("0.9"), Map.of()).newRules().get(0);
    assertThat(all.words().toString())
        .startsWith("2 rules are new since 0.9.0 and only inform: ban-new, ban-old.")
        .endsWith("rules_version: 1.3.0 in the review policy own makes them count.");
  }

  @Test
  void versionsAreInOrderOfTheirNumbers() {
    assertThat(SluiceVersion.parse("1.10")).isGreaterThan(SluiceVersion.parse("1.9.9"));
    assertThat(SluiceVersion.parse("2.0.1")).isGreaterThan(SluiceVersion.parse("2.0"));
    assertThat(SluiceVersion.parse("0.1")).isEqualTo(new SluiceVersion(0, 1, 0));
  }

  private static List<String> severities(TargetReview review) {
    return review.findings().stream().map(NewRulesTest::severity).toList();
  }

  private static String severity(Finding finding) {
    return finding.rule() + " " + finding.severity().id();
  }

  private static TargetReview review(Optional<String> version, Map<String, RuleSettings> rules) {
    ReviewPolicySettings settings =
        new ReviewPolicySettings(
            Optional.empty(),
            Optional.empty(),
            rules,
            version.map(SluiceVersion::parse),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Reviewer(List.of(OLD, NEW, QUIET, OPTIONAL))
        .review(
            new ReviewedTarget(TargetName.parse("shop@prod"), Dialect.SQLITE, true, ""),
            List.of(
                new ScriptUnderReview(
                    "V1__x.sql", new SqlReader().read("drop table t;", Dialect.SQLITE))),
            Catalog.unread(Dialect.SQLITE),
            OfflineJudges.of(Dialect.SQLITE),
            new ReviewPolicies(Map.of("own", settings)).named("own"));
  }
}
