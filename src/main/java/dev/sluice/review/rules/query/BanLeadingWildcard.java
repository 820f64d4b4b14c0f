package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.Select;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Queries;
import java.util.List;

/** An index is sorted from the front. */
public final class BanLeadingWildcard implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-leading-wildcard",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "LIKE patterns begin with text",
              new Explanation(
                  "LIKE or ILIKE with a pattern that begins with % or _, in UPDATE, DELETE, INSERT"
                      + " … SELECT or a view; in a plain SELECT it is a note.",
                  "No ordinary index helps: the whole table is read, and an UPDATE or DELETE holds"
                      + " its locks all the while.",
                  "Search by a prefix or by another column; PostgreSQL has trigram indexes"
                      + " (pg_trgm), SQLite has FTS5."))
          .formerly("leading-wildcard-like")
          .knownAs("bytebase STATEMENT_WHERE_NO_LEADING_WILDCARD_LIKE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    List<Action> actions = scene.statement().actions();
    boolean lasting = actions.stream().anyMatch(BanLeadingWildcard::lasts);
    if (!lasting && actions.stream().noneMatch(Select.class::isInstance)) {
      return List.of();
    }
    return Queries.leadingWildcards(scene.statement()).stream()
        .map(place -> problem(place, scene))
        .map(problem -> lasting ? problem : problem.as(Severity.INFO))
        .toList();
  }

  private static Problem problem(Place pattern, Scene scene) {
    return Problem.at(
        pattern, "Pattern %s begins with a wildcard, so no index helps", scene.text(pattern));
  }

  private static boolean lasts(Action action) {
    return action instanceof Update
        || action instanceof Delete
        || action instanceof Insert
        || action instanceof CreateView;
  }
}
