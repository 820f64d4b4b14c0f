package dev.sluice.review.rules.query;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
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
import dev.sluice.sql.Action.Select;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Queries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What * means changes with the table. */
public final class BanSelectStar implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-select-star",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Queries name their columns",
              new Explanation(
                  "SELECT * in a view, in INSERT … SELECT or in CREATE TABLE AS; elsewhere it is a"
                      + " note. EXISTS (SELECT * …) and count(*) are exempt.",
                  "A view keeps the columns of the day it was made, and INSERT … SELECT breaks, or"
                      + " fills the wrong columns, when a column is added.",
                  "Name the columns."))
          .formerly("select-star")
          .knownAs("bytebase STATEMENT_SELECT_NO_SELECT_ALL");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    List<Action> actions = scene.statement().actions();
    boolean query = actions.stream().anyMatch(BanSelectStar::holdsQuery);
    boolean kept = actions.stream().anyMatch(BanSelectStar::keepsColumns);
    return query
        ? Queries.selectStars(scene.statement()).stream()
            .map(star -> problem(star, kept, scene))
            .toList()
        : List.of();
  }

  private static Problem problem(Place star, boolean kept, Scene scene) {
    Optional<ObjectName> table = Stars.onlyTable(scene.statement(), star);
    String what = scene.text(star);
    Message message =
        table
            .map(t -> Message.of("SELECT %s from %s does not name its columns", what, t))
            .orElseGet(() -> Message.of("SELECT %s does not name its columns", what));
    Problem problem =
        Problem.at(star, message)
            .withReplacement(
                table
                    .flatMap(t -> scene.table(fold(t, scene)))
                    .filter(t -> !t.columns().isEmpty())
                    .map(t -> new Replacement(star, columns(t))));
    return kept ? problem : problem.as(Severity.INFO);
  }

  private static ObjectName fold(ObjectName written, Scene scene) {
    return new ObjectName(
        written.schema().map(s -> scene.dialect().fold(s, false)),
        scene.dialect().fold(written.name(), false));
  }

  private static String columns(Table table) {
    return table.columns().stream()
        .map(Column::name)
        .map(n -> n.matches("[a-z_][a-z0-9_]*") ? n : '"' + n + '"')
        .collect(Collectors.joining(", "));
  }

  private static boolean holdsQuery(Action action) {
    return keepsColumns(action)
        || action instanceof Select
        || action instanceof Update
        || action instanceof Delete;
  }

  private static boolean keepsColumns(Action action) {
    return action instanceof CreateView
        || (action instanceof Insert insert && insert.fromSelect())
        || (action instanceof CreateTable table && table.origin() == CreateTable.Origin.AS_SELECT);
  }
}
