package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.TargetName;
import dev.sluice.probe.Answers;
import dev.sluice.review.Finding;
import dev.sluice.review.Level;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.SampleAnswers;
import dev.sluice.review.SampleCatalog;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.Severity;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.engine.Reviewer.Seen;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The findings about what is dropped and renamed say what hangs on it. */
final class DependenceTest {
  private static final String CATALOG =
      """
      -- version: 16.4
      CREATE TABLE customers (id bigint PRIMARY KEY, email text, name text);
      CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
      CREATE VIEW mails AS SELECT email FROM customers;
      """;

  private static final String ANSWERS =
      """
      dependants of email of public.customers at its drop = hangs refuses view: public.mails; \
      goes_along index: public.customers_mail; may_break function: public.greet
      dependants of name of public.customers at its drop = hangs may_break function: public.greet
      dependants of public.customers at its drop = hangs refuses view: public.mails; \
      breaks trigger: public.t of public.orders
      dependants of name of public.customers at its rename = hangs may_break function: public.greet
      dependants of public.mails at its drop = hangs refuses view: public.more
      """;

  private final SqlReader reader = new SqlReader();

  /** Of the last script, by rule. */
  private Finding finding(String rule, String... scripts) {
    return finding(Level.STANDARD, rule, scripts);
  }

  private Finding finding(Level level, String rule, String... texts) {
    SyntaxJudge judge = OfflineJudges.of(Dialect.POSTGRESQL);
    ReviewedTarget target =
        new ReviewedTarget(TargetName.of("shop", "prod"), Dialect.POSTGRESQL, true, "");
    List<ScriptUnderReview> scripts = new ArrayList<>();
    for (String text : texts) {
      scripts.add(
          new ScriptUnderReview(
              "V" + (scripts.size() + 1) + "__x.sql", reader.read(text, Dialect.POSTGRESQL)));
    }
    ReviewPolicy policy = new ReviewPolicy(level, Severity.ERROR, Map.of());
    Reviewer reviewer = new Reviewer(Rules.all());
    var catalog = SampleCatalog.of(CATALOG, Dialect.POSTGRESQL);
    Reviewer.Asking first =
        reviewer.review(target, scripts, new Seen(catalog, judge, Answers.NONE), p -> policy);
    Answers answers = SampleAnswers.of(ANSWERS, first.probes());
    return reviewer
        .review(target, scripts, new Seen(catalog, judge, answers), p -> policy)
        .review()
        .findings()
        .stream()
        .filter(f -> f.rule().value().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDropThatTheServerRefusesIsAnErrorAndNamesEachDependant() {
    Finding drop = finding("ban-drop-column", "alter table customers drop column email;");
    assertThat(drop.effect())
        .startsWith(
            "It fails: the server refuses it because of view mails."
                + " Without a word it also drops index customers_mail."
                + " By its text, which may mean something else, this speaks of it too:"
                + " function greet. The values are gone for good");
    assertThat(drop.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding("ban-drop-column", "alter table customers drop column name;").effect())
        .startsWith("By its text")
        .doesNotContain("refuses");
    assertThat(finding("ban-drop-table", "drop table customers;").effect())
        .startsWith("It fails: the server refuses it because of view mails. What stays and");
    assertThat(finding("ban-drop-object", "drop view mails;").effect())
        .startsWith("It fails: the server refuses it because of view more.");
    assertThat(finding("ban-drop-object", "drop view mails;").severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aCascadeNamesWhatItTakesOnce() {
    String sql = "alter table customers drop column email cascade;";
    assertThat(finding("ban-cascade", sql).message()).isEqualTo("CASCADE also drops view mails");
    assertThat(finding("ban-drop-column", sql).effect()).doesNotContain("view mails");
  }

  @Test
  void whatTheChangeItselfDropsOrMakesAnewIsNotNamed() {
    assertThat(
            finding(
                    "ban-drop-column",
                    "drop view mails;",
                    "alter table customers drop column email;",
                    "create or replace function greet() returns int language sql as 'select 1';")
                .effect())
        .startsWith("Without a word it also drops index customers_mail. The values");
    assertThat(
            finding(
                    "ban-drop-column",
                    "alter table customers drop column email;",
                    "drop view mails;")
                .effect())
        .as("too late")
        .contains("because of view mails");
    assertThat(
            finding("ban-rename-column", "alter table customers rename column name to title;")
                .effect())
        .contains("function greet");
  }

  @Test
  void aRowThatChangedBeforeDoesNotMakeDependantsUnknown() {
    assertThat(
            finding(
                    "ban-drop-column",
                    "update customers set name = 'x' where id = 1;",
                    "alter table customers drop column email;")
                .effect())
        .contains("view mails");
  }
}
