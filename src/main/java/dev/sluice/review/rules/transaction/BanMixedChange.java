package dev.sluice.review.rules.transaction;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Two changes in one. */
public final class BanMixedChange implements StatementRule {
  private static final Option<Integer> SEED_ROWS =
      Option.number("seed_rows", 100, "How many rows may be inserted beside definitions");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-mixed-change",
              Severity.WARNING,
              RuleInfo.MYSQL_FAMILY,
              "Schema and data change in scripts of their own",
              new Explanation(
                  "A script that changes the definition of a table and the rows of a table, both"
                      + " there before the change. New tables, and INSERT of at most as many rows"
                      + " as the policy says, are exempt.",
                  "Each definition commits by itself, and what was changed before it: a failure"
                      + " leaves half of the script behind.",
                  "Put the changes of rows into a script of their own."))
          .options(SEED_ROWS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    Optional<Action> rows = first(scene.statement(), a -> changesRows(a, scene));
    Optional<Action> definition = first(scene.statement(), a -> definesExisting(a, scene));
    boolean told =
        rows.isPresent() ? both(scene, true) : definition.isPresent() && both(scene, false);
    if (!told) {
      return List.of();
    }
    Place place = rows.or(() -> definition).map(Action::place).orElse(scene.statement().place());
    Message message =
        rows.isPresent()
            ? Message.of("Changes rows in a script that changes definitions")
            : Message.of("Changes a definition in a script that changes rows");
    return List.of(Problem.at(place, message));
  }

  /** Whether the other kind stands before, and this statement is the first of its own. */
  private static boolean both(Scene scene, boolean rows) {
    List<Statement> before = scene.script().statementsBefore(scene.statement());
    boolean rowsBefore =
        before.stream().anyMatch(s -> first(s, a -> changesRows(s, a, scene)).isPresent());
    boolean definedBefore =
        before.stream().anyMatch(s -> first(s, a -> definesExisting(a, scene)).isPresent());
    return rows ? definedBefore && !rowsBefore : rowsBefore && !definedBefore;
  }

  private static Optional<Action> first(Statement statement, Predicate<Action> which) {
    return statement.actions().stream().filter(which).findFirst();
  }

  private static boolean changesRows(Action action, Scene scene) {
    return changesRows(scene.statement(), action, scene);
  }

  private static boolean changesRows(Statement statement, Action action, Scene scene) {
    if (action instanceof Insert insert) {
      return !scene.isNew(insert.table()) && !isSeed(statement, insert, scene);
    }
    if (action instanceof Update update) {
      return !scene.isNew(update.table());
    }
    return action instanceof Delete delete && !scene.isNew(delete.table());
  }

  private static boolean isSeed(Statement statement, Insert insert, Scene scene) {
    int rows =
        InsertForm.of(Stretch.of(statement, insert.place())).map(f -> f.rows().size()).orElse(0);
    return !insert.fromSelect() && rows <= scene.option(SEED_ROWS);
  }

  private static boolean definesExisting(Action action, Scene scene) {
    return Definitions.table(action).filter(t -> !scene.isNew(t)).isPresent();
  }
}
