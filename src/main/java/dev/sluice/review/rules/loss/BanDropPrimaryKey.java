package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.DropConstraint;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A table without its key. */
public final class BanDropPrimaryKey extends RuleFor<DropConstraint> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-drop-primary-key",
          Severity.ERROR,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "Primary keys are not dropped",
          new Explanation(
              "DROP of a primary key that the same script does not create anew; in MySQL it must be"
                  + " in the same statement, else this is a warning. New tables are exempt.",
              "Nothing keeps rows apart any more; replication and tools that copy tables need a"
                  + " key, and MySQL copies the table with writes blocked.",
              "Add the new key in the same ALTER TABLE."));

  public BanDropPrimaryKey() {
    super(DropConstraint.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(DropConstraint drop, Scene scene) {
    boolean mysql = RuleInfo.MYSQL_FAMILY.contains(scene.dialect());
    boolean key =
        scene
            .table(drop.table())
            .flatMap(Table::primaryKey)
            .filter(
                k ->
                    mysql
                        ? drop.constraint().equals("PRIMARY")
                        : k.name().filter(drop.constraint()::equals).isPresent())
            .isPresent();
    if (!key || scene.isNew(drop.table()) || again(scene.statement().actions().stream(), drop)) {
      return Optional.empty();
    }
    boolean later = again(scene.script().after(scene.statement()), drop);
    if (later && !mysql) {
      return Optional.empty();
    }
    Problem problem =
        Problem.at(drop.place(), "Drops the primary key of %s", scene.sized(drop.table()));
    return Optional.of(
        later
            ? problem
                .as(Severity.WARNING)
                .withEffect("The table is copied twice, and has no key in between.")
            : problem);
  }

  private static boolean again(Stream<Action> actions, DropConstraint drop) {
    return actions.anyMatch(
        a ->
            a instanceof AddConstraint add
                && add.table().equals(drop.table())
                && add.constraint() instanceof TableConstraint.PrimaryKey);
  }
}
