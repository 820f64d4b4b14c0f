package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.DropConstraint;
import dev.sluice.sql.Action.DropIndex;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** A rule that the data kept so far. */
public final class BanDropConstraint implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-drop-constraint",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Constraints stay",
              new Explanation(
                  "DROP of a foreign key, a unique constraint, a unique index or a CHECK that was"
                      + " there before the change and does not come back in the same script. A"
                      + " CHECK that only says IS NOT NULL of a column that is NOT NULL is exempt;"
                      + " primary keys have a rule of their own.",
                  "From now on rows can be stored that the constraint kept out, and bringing it"
                      + " back needs them to be found and mended first.",
                  "Add what takes its place in the same script, or say in the merge request why it"
                      + " is not needed."))
          .knownAs("atlas CD101", "atlas CD102", "atlas CD103");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof DropConstraint drop && !scene.isNew(drop.table())) {
      Optional<Constraint> constraint =
          scene.table(drop.table()).flatMap(t -> t.constraint(drop.constraint()));
      return constraint
          .filter(c -> c.kind() != Constraint.Kind.PRIMARY_KEY)
          .filter(c -> !Comings.back(c, drop.table(), scene) && !needless(c, drop.table(), scene))
          .map(c -> Problem.at(drop.place(), message(c, drop)))
          .stream()
          .toList();
    }
    return action instanceof DropIndex drop ? index(drop, scene) : List.of();
  }

  private static List<Problem> index(DropIndex drop, Scene scene) {
    Optional<Table> table = scene.catalog().tableOfIndex(drop).filter(t -> !scene.isNew(t.name()));
    return table
        .flatMap(t -> t.index(drop.index().name()))
        .filter(i -> i.unique() && !i.primary() && i.valid())
        .filter(i -> table.filter(t -> Comings.uniqueAgain(i.columns(), t.name(), scene)).isEmpty())
        .filter(i -> table.filter(t -> covered(i, t)).isEmpty())
        .map(
            i ->
                Problem.at(
                    drop.place(),
                    "Drops unique index %s on (%s) of %s",
                    i.name(),
                    i.columns(),
                    table.map(t -> t.name().name()).orElse("")))
        .stream()
        .toList();
  }

  /** Whether another unique index or key has the same columns, or fewer of them. */
  private static boolean covered(Index index, Table table) {
    boolean other =
        table.indexes().stream()
            .filter(i -> !i.name().equals(index.name()) && i.unique() && i.where().isEmpty())
            .anyMatch(i -> index.columns().containsAll(i.columns()));
    return other
        || table.primaryKey().filter(k -> index.columns().containsAll(k.columns())).isPresent();
  }

  private static boolean needless(Constraint check, ObjectName table, Scene scene) {
    return check.kind() == Constraint.Kind.CHECK
        && scene
            .table(table)
            .filter(
                t ->
                    t.columns().stream()
                        .filter(c -> !c.nullable())
                        .anyMatch(c -> isNotNull(check, c)))
            .isPresent();
  }

  private static boolean isNotNull(Constraint check, Column column) {
    String plain = check.expression().orElse("").replaceAll("[()\"]", "").strip();
    return plain.equalsIgnoreCase(column.name() + " IS NOT NULL");
  }

  private static Message message(Constraint constraint, DropConstraint drop) {
    Message kind =
        switch (constraint.kind()) {
          case FOREIGN_KEY -> Message.of("foreign key");
          case UNIQUE -> Message.of("unique constraint");
          case CHECK -> Message.of("check");
          case PRIMARY_KEY, OTHER -> Message.of("constraint");
        };
    List<String> columns = constraint.columns();
    return columns.isEmpty()
        ? Message.of("Drops %s %s of %s", kind, drop.constraint(), drop.table())
        : Message.of("Drops %s %s on (%s) of %s", kind, drop.constraint(), columns, drop.table());
  }
}
