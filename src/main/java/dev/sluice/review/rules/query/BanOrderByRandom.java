package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chance is no order. */
public final class BanOrderByRandom implements StatementRule {
  private static final Set<String> RANDOM =
      Set.of("rand", "random", "uuid", "gen_random_uuid", "newid", "randomblob");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-order-by-random",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Rows are not taken by chance",
              new Explanation(
                  "ORDER BY RAND(), random(), gen_random_uuid() or UUID() in INSERT … SELECT,"
                      + " UPDATE, DELETE, a view or CREATE TABLE AS.",
                  "The whole table is read and sorted, and every run, replica and environment gets"
                      + " other rows.",
                  "Order by a column; for a sample, choose it by the key."))
          .knownAs("bytebase STATEMENT_INSERT_DISALLOW_ORDER_BY_RAND");

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
    boolean lasting = scene.statement().actions().stream().anyMatch(BanOrderByRandom::lasts);
    Stretch tokens = Stretch.of(scene.statement());
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; lasting && i < tokens.size(); i++) {
      if (tokens.at(i, "ORDER", "BY")) {
        Stretch rest = tokens.from(i + 2);
        Stretch order =
            rest.range(
                0, rest.findOrEnd(0, Set.of("LIMIT", ")", "FETCH", "OFFSET", "RETURNING", "ON")));
        Call.in(order).stream()
            .filter(c -> RANDOM.contains(c.function()))
            .map(c -> Problem.at(c.place(), "ORDER BY %s() takes rows by chance", c.function()))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  private static boolean lasts(Action action) {
    return action instanceof Update
        || action instanceof Delete
        || action instanceof Insert
        || action instanceof CreateView
        || action instanceof CreateTable;
  }
}
