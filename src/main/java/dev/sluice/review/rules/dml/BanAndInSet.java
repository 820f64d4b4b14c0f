package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Table;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Assignments;
import dev.sluice.sql.query.Assignments.Assignment;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code SET a = 1 AND b = 2} sets one column, to true or false. */
public final class BanAndInSet implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-and-in-set",
          Severity.ERROR,
          Set.of(Dialect.MYSQL, Dialect.MARIADB, Dialect.SQLITE),
          "Assignments are parted by commas",
          new Explanation(
              "UPDATE … SET a = 1 AND b = 2, where b is a column. An AND in parentheses is taken"
                  + " as meant.",
              "The first column gets 0 or 1, the result of the comparison; the second column is"
                  + " not changed.",
              "Put a comma between the assignments."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof Action.Update update)) {
      return List.of();
    }
    Stretch tokens = Stretch.of(scene.statement(), update.place());
    return Assignments.in(tokens, scene.dialect()).stream()
        .flatMap(a -> problem(a, scene.table(update.table()), scene).stream())
        .toList();
  }

  private static Optional<Problem> problem(Assignment set, Optional<Table> table, Scene scene) {
    Stretch value = set.value();
    int and = value.find(0, Set.of("AND"));
    if (and < 1 || and + 3 > value.size() - 1 || !value.get(and + 1).isName()) {
      return Optional.empty();
    }
    boolean qualified = value.at(and + 2, ".");
    int equals = qualified ? and + 4 : and + 2;
    String column = value.get(equals - 1).folded(scene.dialect());
    boolean known = table.filter(t -> t.column(column).isEmpty()).isEmpty();
    boolean meant = value.range(0, and).contains("=");
    return value.at(equals, "=") && known && !meant
        ? Optional.of(
            Problem.at(
                    value.get(and).place(),
                    "AND makes %s the result of a comparison and leaves %s as it is",
                    set.column(),
                    column)
                .withReplacement(Optional.of(new Replacement(value.get(and).place(), ","))))
        : Optional.empty();
  }
}
