package dev.sluice.review.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.ChangeKind;
import dev.sluice.change.Risk;
import dev.sluice.change.TargetName;
import dev.sluice.review.Finding;
import dev.sluice.review.Level;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewPolicySettings;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.RuleId;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TargetReview;
import dev.sluice.review.Unwaivable;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewerTest {
  private static final Catalog SHOP =
      SampleCatalog.of(
          """
          -- version: 16.4
          -- rows: orders 120000000 38GB
          -- rows: currencies 180 16kB
          CREATE TABLE orders (id bigint PRIMARY KEY, total integer, status varchar(20));
          CREATE TABLE currencies (code text PRIMARY KEY);
          """,
          Dialect.POSTGRESQL);

  private SyntaxJudge judge = OfflineJudges.of(Dialect.POSTGRESQL);
  private ReviewPolicy policy = ReviewPolicy.DEFAULT;
  private Catalog catalog = SHOP;

  private TargetReview review(String... scripts) {
    List<ScriptUnderReview> parsed = new ArrayList<>();
    for (String sql : scripts) {
      String path = "V" + (parsed.size() + 1) + "__x.sql";
      parsed.add(new ScriptUnderReview(path, new SqlReader().read(sql, Dialect.POSTGRESQL)));
    }
    return new Reviewer(Rules.all())
        .review(
            new ReviewedTarget(TargetName.parse("shop@prod"), Dialect.POSTGRESQL, true, ""),
            parsed,
            catalog,
            judge,
            policy);
  }

  private static List<String> rules(TargetReview review) {
    return review.findings().stream().map(f -> f.rule().value()).toList();
  }

  private static ReviewPolicy with(String rule, Severity severity) {
    return new ReviewPolicy(
        Level.STANDARD, Severity.ERROR, Map.of(new RuleId(rule), RuleSettings.of(severity)));
  }

  @Test
  void theRelaxedPolicySaysOneLessOfWhatCanWork() {
    policy = ReviewPolicy.ready(Level.RELAXED);
    TargetReview review = review("DROP TABLE orders;", "DROP TABLE nowhere;");
    assertThat(review.findings())
        .extracting(f -> f.rule() + " " + f.severity().id())
        .containsExactly("ban-drop-table warning", "require-existing-object error");
  }

  @Test
  void aLockIsHeldUntilTheLastStatementOfItsTransactionIsCommitted() {
    List<StatementPlan> plans =
        review(
                "CREATE TABLE notes (id int);"
                    + " ALTER TABLE orders ADD note text;"
                    + " CREATE INDEX orders_note ON orders (total);"
                    + " DROP TABLE currencies;"
                    + " CREATE INDEX CONCURRENTLY i ON orders (status);"
                    + " ALTER TABLE orders DROP COLUMN status;")
            .plans();

    assertThat(plans.get(1).timing().holds())
        .hasToString("[ACCESS EXCLUSIVE on orders to statement 4, 2–45 min]");
    assertThat(plans.get(2).timing().holds())
        .hasToString("[SHARE on orders to statement 4, 2–45 min]");
    assertThat(plans.get(3).timing().holds()).isEmpty();
    assertThat(plans.get(4).timing().holds()).isEmpty();
    assertThat(plans.get(5).timing().holds()).isEmpty();
  }

  @Test
  void whatIsHeldWhileNobodyKnowsHowLongSaysSo() {
    catalog = Catalog.unread(Dialect.POSTGRESQL);
    List<StatementPlan> plans =
        review("DROP VIEW v; ALTER TABLE orders ADD note text; UPDATE orders SET note = '';")
            .plans();

    assertThat(plans.get(0).timing().holds()).isEmpty();
    assertThat(plans.get(1).timing().holds())
        .hasToString("[ACCESS EXCLUSIVE on orders to the end, nobody knows how long]");
  }

  @Test
  void aTableOfAnEarlierScriptIsNewToTheLaterOnes() {
    TargetReview review =
        review(
            "CREATE TABLE payments (id bigint PRIMARY KEY, note text);",
            "CREATE INDEX payments_note ON payments (note); DROP TABLE payments;");

    assertThat(review.findings()).isEmpty();
    assertThat(review.risk().risk()).isEqualTo(Risk.LOW);
  }

  @Test
  void nobodyWaitsForATableThatTheSameChangeMadeAndFilled() {
    TargetReview review =
        review(
            "CREATE TABLE payments (id bigint PRIMARY KEY, note text);",
            "INSERT INTO payments (id) SELECT id FROM orders;"
                + " CREATE INDEX payments_note ON payments (note);");

    assertThat(rules(review)).isEmpty();
  }

  @Test
  void aStatementThatDoesNotParseIsToldOnceAndItsEffectIsStillSeen() {
    judge =
        s ->
            s.number() == 1
                ? new SyntaxJudge.Invalid(s.place().start(), "syntax error at or near \"x\"")
                : new SyntaxJudge.Valid();

    TargetReview review = review("DROP TABLE orders; DROP TABLE orders;");

    assertThat(rules(review)).containsExactly("require-valid-syntax", "require-existing-object");
  }

  @Test
  void whatTheJudgeCannotTellIsABlindSpotAndTheRulesStillRun() {
    judge = s -> new SyntaxJudge.Unknown("the server does not answer");

    TargetReview review = review("DROP TABLE orders;");

    assertThat(rules(review)).containsExactly("ban-drop-table");
    assertThat(review.blindspots())
        .singleElement()
        .satisfies(b -> assertThat(b.reason()).isEqualTo("the server does not answer"));
  }

  @Test
  void aTemplateIsABlindSpotWithoutAskingTheJudge() {
    judge = s -> new SyntaxJudge.Invalid(s.place().start(), "asked");

    TargetReview review = review("DELETE FROM ${schema}.orders WHERE id = 1;");

    assertThat(rules(review)).doesNotContain("require-valid-syntax");
    assertThat(review.blindspots()).isNotEmpty();
  }

  @Test
  void aStatementThatNobodyUnderstandsIsABlindSpotOfHighRisk() {
    judge = s -> new SyntaxJudge.Valid();

    TargetReview review = review("FROBNICATE orders HARD;");

    assertThat(review.blindspots()).hasSize(1);
    assertThat(review.risk().risk()).isEqualTo(Risk.HIGH);
    assertThat(review.kinds()).containsExactlyInAnyOrder(ChangeKind.SCHEMA, ChangeKind.DATA);
  }

  @Test
  void anUnclosedQuoteIsOneErrorNotTwo() {
    assertThat(rules(review("UPDATE orders SET status = 'open;")))
        .containsExactly("require-valid-syntax");
  }

  @Test
  void turnedOffTheSyntaxRuleLeavesABlindSpot() {
    policy = with("require-valid-syntax", Severity.OFF);

    TargetReview review = review("CREATE TABEL x (id int);");

    assertThat(review.findings()).isEmpty();
    assertThat(review.blindspots()).hasSize(1);
  }

  @Test
  void anUnreadCatalogClaimsNothingMissingAndTakesTablesAsLarge() {
    catalog = Catalog.unread(Dialect.POSTGRESQL);

    TargetReview review = review("CREATE INDEX somewhere_x ON somewhere (x);");

    assertThat(review.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR))
        .satisfies(f -> assertThat(f.message()).contains("size unknown, taken as large"));
  }

  @Test
  void aReasonedCommentWaivesItsRuleForItsStatementOnly() {
    TargetReview review =
        review(
            """
            -- sluice:ignore ban-drop-table archived in DBA-17
            DROP TABLE orders;
            DROP TABLE currencies;
            """);

    assertThat(rules(review)).containsExactly("ban-drop-table");
    assertThat(review.findings().get(0).place().start().line()).isEqualTo(3);
    assertThat(review.suppressed())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).isEqualTo("archived in DBA-17"))
        .satisfies(s -> assertThat(s.finding().place().start().line()).isEqualTo(2));
  }

  @Test
  void aCommentDoesNotHoldForARuleThatNobodyMayWaive() {
    RuleSettings said = new RuleSettings(Optional.empty(), Optional.of(false), Map.of());
    policy =
        new ReviewPolicies(
                Map.of(
                    "careful",
                    new ReviewPolicySettings(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("drop-table", said),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
            .named("careful");
    TargetReview review =
        review(
            """
            -- sluice:ignore ban-drop-table archived in DBA-17
            DROP TABLE orders;
            DROP TABLE currencies;
            """);

    assertThat(review.suppressed()).isEmpty();
    assertThat(review.findings())
        .extracting(Finding::unwaivable)
        .containsExactly(
            Optional.of(new Unwaivable("careful", true)),
            Optional.of(new Unwaivable("careful", false)));
    assertThat(new Unwaivable("careful", true).words().toString())
        .contains("review policy careful")
        .contains("does not count");
  }

  @Test
  void aCommentAtTheTopWithABlankLineBehindSpeaksForTheFile() {
    TargetReview review =
        review(
            "-- sluice:ignore drop-table,truncate rebuilt from files\n\n"
                + "DROP TABLE orders;\nTRUNCATE currencies;");

    assertThat(review.findings()).isEmpty();
    assertThat(review.suppressed()).hasSize(2);
  }

  @Test
  void aCommentWithoutReasonIsNotHeard() {
    assertThat(rules(review("-- sluice:ignore ban-drop-table\nDROP TABLE orders;")))
        .containsExactly("require-suppression-reason", "ban-drop-table");
  }

  @Test
  void aRuleThatIsOffCannotBeAnUnusedSuppression() {
    policy = with("ban-drop-table", Severity.OFF);

    assertThat(rules(review("-- sluice:ignore ban-drop-table for prod\nSELECT 1;"))).isEmpty();
  }

  @Test
  void thePolicyChangesSeveritiesUnderOldNamesToo() {
    policy = with("drop-table", Severity.INFO);

    assertThat(review("DROP TABLE orders;").findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void fingerprintsSurviveNewLinesAndSpacingButNotAChangedStatement() {
    String before = fingerprint("DROP TABLE orders;");

    assertThat(fingerprint("-- moved down\n\n\n  drop   TABLE\n  orders;")).isEqualTo(before);
    assertThat(fingerprint("DROP TABLE orders CASCADE;")).isNotEqualTo(before);
  }

  private String fingerprint(String sql) {
    return review(sql).findings().get(0).fingerprint();
  }

  @Test
  void equalFindingsOfOneScriptHaveFingerprintsOfTheirOwn() {
    TargetReview review = review("UPDATE orders SET total = 0; UPDATE orders SET total = 0;");

    assertThat(review.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
  }

  @Test
  void aReplacementThatWouldFailIsNotOffered() {
    judge =
        s ->
            s.text().contains("CONCURRENTLY")
                ? new SyntaxJudge.Invalid(s.place().start(), "no such thing")
                : new SyntaxJudge.Valid();

    assertThat(review("CREATE INDEX orders_total ON orders (total);").findings())
        .singleElement()
        .satisfies(f -> assertThat(f.replacement()).isEmpty());
  }

  @Test
  void insideItsOwnTransactionNoConcurrentIndexIsSuggested() {
    TargetReview review = review("BEGIN; CREATE INDEX orders_total ON orders (total); COMMIT;");

    assertThat(review.findings())
        .filteredOn(f -> f.rule().value().equals("require-concurrent-index"))
        .singleElement()
        .satisfies(f -> assertThat(f.replacement()).isEmpty());
  }

  @Test
  void anActionThatCannotWorkIsNotJudgedForItsOtherFaults() {
    assertThat(rules(review("CREATE INDEX ordres_total ON ordres (total);")))
        .containsExactly("require-existing-object");
  }
}
