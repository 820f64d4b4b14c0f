package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Queries in queries in queries. */
public final class LimitSubqueryDepth implements StatementRule {
  private static final Option<Integer> MOST =
      Option.number("depth", 3, "How deep queries may stand in each other");
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-subquery-depth",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Queries stand only so deep in each other",
              new Explanation(
                  "A subquery within more subqueries than the policy allows, 3 by default.",
                  "Nobody sees what it does, the planner least of all: inner queries may run once"
                      + " per row of the outer ones.",
                  "Use joins or WITH."))
          .options(MOST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    int most = scene.option(MOST);
    return deeper(Stretch.of(scene.statement()), most)
        .map(place -> Problem.at(place, "A subquery stands deeper than %s", most))
        .stream()
        .toList();
  }

  private static Optional<Place> deeper(Stretch tokens, int most) {
    Deque<Boolean> parentheses = new ArrayDeque<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.at(i, "(")) {
        boolean query = tokens.at(i + 1, "SELECT") || tokens.at(i + 1, "WITH");
        parentheses.push(query);
        depth += query ? 1 : 0;
        if (depth > most) {
          return Optional.of(tokens.get(i + 1).place());
        }
      } else if (tokens.at(i, ")") && !parentheses.isEmpty()) {
        depth -= parentheses.pop() ? 1 : 0;
      }
    }
    return Optional.empty();
  }
}
