package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Constraint;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.stream.Stream;

/** What a script adds, around the drop of a constraint. */
final class Comings {
  private Comings() {}

  /** Whether the same script added the constraint before, or adds one like it. */
  static boolean back(Constraint constraint, ObjectName table, Scene scene) {
    if (constraint.kind() == Constraint.Kind.UNIQUE) {
      return uniqueAgain(constraint.columns(), table, scene);
    }
    return added(table, scene)
        .anyMatch(
            a ->
                (a.name().isPresent() && a.name().equals(constraint.name()))
                    || like(a, constraint));
  }

  private static boolean like(TableConstraint added, Constraint gone) {
    if (added instanceof TableConstraint.ForeignKey key) {
      return gone.kind() == Constraint.Kind.FOREIGN_KEY && key.columns().equals(gone.columns());
    }
    return added instanceof TableConstraint.Check && gone.kind() == Constraint.Kind.CHECK;
  }

  /** Whether some other key of the script keeps the same columns, or fewer of them, apart. */
  static boolean uniqueAgain(List<String> columns, ObjectName table, Scene scene) {
    boolean constraint =
        added(table, scene)
            .anyMatch(
                a ->
                    (a instanceof TableConstraint.Unique unique
                            && columns.containsAll(unique.columns()))
                        || (a instanceof TableConstraint.PrimaryKey key
                            && columns.containsAll(key.columns())));
    boolean index =
        everything(scene)
            .anyMatch(
                a ->
                    a instanceof Action.CreateIndex create
                        && create.unique()
                        && create.table().name().equals(table.name())
                        && columns.containsAll(create.columns()));
    return constraint || index;
  }

  private static Stream<TableConstraint> added(ObjectName table, Scene scene) {
    return everything(scene)
        .filter(Action.AddConstraint.class::isInstance)
        .map(Action.AddConstraint.class::cast)
        .filter(a -> a.table().name().equals(table.name()))
        .map(Action.AddConstraint::constraint);
  }

  private static Stream<Action> everything(Scene scene) {
    return Stream.of(
            scene.script().before(scene.statement()),
            scene.statement().actions().stream(),
            scene.script().after(scene.statement()))
        .flatMap(s -> s);
  }
}
