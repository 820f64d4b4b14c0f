package dev.sluice.cli;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.ScriptName;
import dev.sluice.change.TargetName;
import dev.sluice.cli.report.Report;
import dev.sluice.language.Language;
import dev.sluice.review.Finding;
import dev.sluice.review.Review;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reviews files with nothing but their text: the engine of the server, without its catalogs. */
final class OfflineReview {
  /** Files that are reviewed alike, in the order in which they would run. */
  record Batch(Dialect dialect, ReviewPolicy policy, Map<String, String> texts) {}

  private final Reviewer reviewer;
  private final List<Rule> houseRules;
  private final Language language;
  private final SqlReader reader = new SqlReader();

  /**
   * @param houseRules besides those that Sluice brings
   * @param language of the findings
   */
  OfflineReview(List<Rule> houseRules, Language language) {
    this.reviewer = new Reviewer(Rules.all()).with(houseRules).in(language);
    this.houseRules = List.copyOf(houseRules);
    this.language = language;
  }

  Report run(List<Batch> batches) {
    List<TargetReview> reviews = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Batch batch : batches) {
      reviews.addAll(review(batch));
      texts.putAll(batch.texts());
    }
    Review review = Review.of(reviews, List.of());
    List<Finding> findings =
        review.findings().stream()
            .flatMap(f -> Stream.concat(Stream.of(f.finding()), f.also().stream()))
            .toList();
    return new Report(
        findings,
        review.suppressed(),
        review.blindspots(),
        plans(reviews),
        texts,
        review.newRules().stream().map(n -> language.say(n.words())).toList(),
        houseRules.stream().map(Rule::info).toList());
  }

  private static List<StatementPlan> plans(List<TargetReview> reviews) {
    return reviews.stream().flatMap(r -> r.plans().stream()).toList();
  }

  private List<TargetReview> review(Batch batch) {
    List<ScriptUnderReview> forwards = new ArrayList<>();
    List<TargetReview> reviews = new ArrayList<>();
    batch
        .texts()
        .forEach(
            (path, text) -> {
              var script = new ScriptUnderReview(path, reader.read(text, batch.dialect()));
              if (isUndo(path)) {
                // a way back does not follow what it takes back
                reviews.add(review(List.of(script), batch));
              } else {
                forwards.add(script);
              }
            });
    reviews.add(0, review(forwards, batch));
    return reviews;
  }

  private TargetReview review(List<ScriptUnderReview> scripts, Batch batch) {
    var target =
        new ReviewedTarget(TargetName.of(batch.dialect().id(), "files"), batch.dialect(), true, "");
    return reviewer.review(
        target,
        scripts,
        Catalog.unread(batch.dialect()),
        OfflineJudges.of(batch.dialect()),
        batch.policy());
  }

  private static boolean isUndo(String path) {
    return ScriptName.parse(path).filter(n -> n.kind() == ScriptName.Kind.UNDO).isPresent();
  }
}
