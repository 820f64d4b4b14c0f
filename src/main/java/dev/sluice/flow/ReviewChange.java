package dev.sluice.flow;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.TargetName;
import dev.sluice.flow.TargetCatalogs.Sight;
import dev.sluice.language.Language;
import dev.sluice.probe.Answers;
import dev.sluice.probe.ProbeLimits;
import dev.sluice.probe.Trial;
import dev.sluice.review.Review;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.engine.Reviewer.Seen;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Waivers;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reviews a change against its targets, each with its own catalog, less what people accepted. */
public final class ReviewChange {
  private final Supplier<Landscape> landscape;
  private final TargetCatalogs catalogs;
  private final Reviewer reviewer;
  private final SqlReader reader;
  private final StoreDatabase store;
  private final TryOnShadow shadow;

  public ReviewChange(
      Supplier<Landscape> landscape,
      TargetCatalogs catalogs,
      Reviewer reviewer,
      SqlReader reader,
      StoreDatabase store,
      TryOnShadow shadow) {
    this.landscape = landscape;
    this.catalogs = catalogs;
    this.reviewer = reviewer;
    this.reader = reader;
    this.store = store;
    this.shadow = shadow;
  }

  /** Against all targets of the change's databases; a change from a fork touches none of them. */
  public Review review(Change change, boolean fromFork) {
    return review(change, landscape.get().targetsOf(change.databases()), fromFork);
  }

  /** Against these targets only. */
  public Review review(Change change, Collection<TargetName> targets, boolean fromFork) {
    Map<String, ParsedScript> parsed = new HashMap<>();
    List<TargetReview> reviews =
        targets.stream().map(t -> review(change, t, fromFork, parsed)).toList();
    return Review.of(reviews, store.read(tx -> Waivers.of(tx, change.id())));
  }

  private TargetReview review(
      Change change, TargetName target, boolean fromFork, Map<String, ParsedScript> parsed) {
    Landscape current = landscape.get();
    Dialect dialect = current.dialectOf(target).orElseThrow();
    List<MappedScript> mapped =
        change.scripts().stream().filter(s -> s.databases().contains(target.database())).toList();
    List<ScriptUnderReview> scripts = mapped.stream().map(s -> read(s, dialect, parsed)).toList();
    return catalogs.with(
        target,
        dialect,
        fromFork,
        sight ->
            review(
                new ReviewedTarget(
                    target, dialect, current.production(target.environment()), sight.note()),
                scripts,
                () -> trial(target, dialect, mapped, sight),
                sight,
                path -> policy(current, target.environment(), mapped, path),
                reviewer
                    .with(current.houseRules())
                    .in(current.language(change.projects()).orElse(Language.EN))));
  }

  /** Once without a look at the rows, and once more with what the first time was asked of them. */
  private static TargetReview review(
      ReviewedTarget target,
      List<ScriptUnderReview> scripts,
      Supplier<Optional<Trial>> trial,
      Sight sight,
      Function<String, ReviewPolicy> policies,
      Reviewer rules) {
    IdentityHashMap<Statement, SyntaxJudge.Verdict> verdicts = new IdentityHashMap<>();
    SyntaxJudge judge = s -> verdicts.computeIfAbsent(s, sight.judge()::judge);
    Catalog catalog = sight.catalog();

    Reviewer.Asking first =
        rules.review(target, scripts, new Seen(catalog, judge, Answers.NONE), policies);
    if (sight.prober().isEmpty()) {
      return first.review();
    }
    Optional<Trial> tried = trial.get();
    if (first.probes().isEmpty() && tried.isEmpty()) {
      return first.review();
    }
    ProbeLimits limits =
        scripts.stream()
            .flatMap(s -> policies.apply(s.path()).probes().stream())
            .reduce(ProbeLimits::tighter)
            .orElse(ProbeLimits.DEFAULT);
    Answers answers = sight.prober().get().answer(first.probes(), limits).with(tried);
    return rules.review(target, scripts, new Seen(catalog, judge, answers), policies).review();
  }

  private Optional<Trial> trial(
      TargetName target, Dialect dialect, List<MappedScript> mapped, Sight sight) {
    Landscape current = landscape.get();
    boolean wanted =
        mapped.stream()
            .allMatch(
                s ->
                    policy(current, target.environment(), mapped, s.script().path())
                        .looking()
                        .shadow());
    return wanted
        ? shadow.of(target, dialect, mapped.stream().map(MappedScript::script).toList(), sight)
        : Optional.empty();
  }

  private ScriptUnderReview read(
      MappedScript mapped, Dialect dialect, Map<String, ParsedScript> parsed) {
    String path = mapped.script().path();
    ParsedScript script =
        parsed.computeIfAbsent(
            dialect + "\0" + path, k -> reader.read(mapped.script().text(), dialect));
    return new ScriptUnderReview(path, script);
  }

  private static ReviewPolicy policy(
      Landscape landscape, String environment, List<MappedScript> scripts, String path) {
    return scripts.stream()
        .filter(s -> s.script().path().equals(path))
        .findFirst()
        .map(s -> landscape.reviewPolicy(s.project(), environment, path))
        .orElse(ReviewPolicy.DEFAULT);
  }
}
