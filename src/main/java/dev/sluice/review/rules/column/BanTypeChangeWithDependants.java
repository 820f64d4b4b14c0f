package dev.sluice.review.rules.column;

import dev.sluice.catalog.Column;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The server holds a type that something else was built on. */
public final class BanTypeChangeWithDependants implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-type-change-with-dependants",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Nothing hangs on a column whose type changes",
          new Explanation(
              "A change of type that the server refuses: in PostgreSQL while a view, rule, policy,"
                  + " trigger, generated column or function names the column, in MySQL and MariaDB"
                  + " while a foreign key does. The target is asked; what the change drops before is"
                  + " left out.",
              "The statement fails when it is deployed.",
              "Drop what hangs on the column before, and create it again afterwards, in the same"
                  + " script."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean foretellsFailure() {
    return true;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof Action.AlterColumnType alter) {
      return change(alter.place(), alter.table(), alter.column(), alter.type(), scene);
    }
    return action instanceof Action.ModifyColumn modify && !modify.renamed()
        ? change(modify.place(), modify.table(), modify.column(), modify.definition().type(), scene)
        : List.of();
  }

  private static List<Problem> change(
      Place place, ObjectName table, String column, DataType type, Scene scene) {
    Optional<DataType> before = scene.table(table).flatMap(t -> t.column(column)).map(Column::type);
    if (scene.isNew(table) || before.isEmpty() || same(before.get(), type, scene.dialect())) {
      return List.of();
    }
    Dependence hanging = Dependence.of(table, Optional.of(column), Deed.RETYPE, false, scene);
    return hanging.refused()
        ? List.of(
            Problem.at(
                place,
                "The type of %s.%s is held by %s",
                table,
                column,
                hanging.names(Set.of(Fate.REFUSES))))
        : List.of();
  }

  /** PostgreSQL refuses even where nothing would change; the others look at the kind of type. */
  private static boolean same(DataType before, DataType after, Dialect dialect) {
    return dialect != Dialect.POSTGRESQL && before.name().equals(after.name());
  }
}
