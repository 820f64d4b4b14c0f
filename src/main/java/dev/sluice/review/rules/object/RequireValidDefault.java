package dev.sluice.review.rules.object;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A default that no row could have. */
public final class RequireValidDefault implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-valid-default",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Defaults fit their columns",
          new Explanation(
              "DEFAULT with a text for a number, a number out of range, a text that is too long, a"
                  + " value that an ENUM does not have, a date that is none; in MySQL also NULL for"
                  + " a NOT NULL column, and a literal for TEXT, BLOB and JSON.",
              "The server refuses the statement, or the first row that takes the default.",
              "Correct the default or the type."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof CreateTable create) {
      return create.columns().stream().flatMap(c -> of(c, scene)).toList();
    }
    if (action instanceof AddColumn add) {
      return of(add.column(), scene).toList();
    }
    if (action instanceof Action.ModifyColumn modify) {
      return of(modify.definition(), scene).toList();
    }
    return action instanceof Action.SetDefault set ? set(set, scene).toList() : List.of();
  }

  private static Stream<Problem> set(Action.SetDefault set, Scene scene) {
    return scene
        .table(set.table())
        .flatMap(t -> t.column(set.column()))
        .flatMap(c -> Defaults.wrong(c.type(), !c.nullable(), set.expression(), scene))
        .map(
            why ->
                Problem.at(set.place(), "DEFAULT %s of %s %s", set.expression(), set.column(), why))
        .stream();
  }

  private static Stream<Problem> of(ColumnDefinition column, Scene scene) {
    return column
        .defaultExpression()
        .flatMap(
            d ->
                Defaults.wrong(column.type(), column.notNull(), d, scene)
                    .map(why -> problem(column, d, why, scene)))
        .stream();
  }

  private static Problem problem(
      ColumnDefinition column, String written, Message why, Scene scene) {
    Stretch tokens = Stretch.of(scene.statement(), column.place());
    int at = tokens.indexOf("DEFAULT");
    Place place = at < 0 ? column.place() : tokens.range(at, at + 2).place();
    Problem problem = Problem.at(place, "DEFAULT %s of %s %s", written, column.name(), why);
    boolean expression = why.equals(Defaults.NEEDS_PARENTHESES);
    return expression ? problem.replacing(place, "DEFAULT (" + written + ")") : problem;
  }
}
