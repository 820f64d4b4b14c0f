package dev.sluice.review.rules.loss;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.AddConstraint;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A delete that deletes elsewhere. */
public final class BanCascadingDelete implements ActionRule {
  private static final Option<Boolean> NEW_TABLES =
      Option.yesNo("new_tables", false, "Whether new tables count too");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-cascading-delete",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Foreign keys on existing tables do not delete",
              new Explanation(
                  "A foreign key with ON DELETE CASCADE or SET NULL on a table that was there"
                      + " before the change. New tables are exempt unless the policy wants them"
                      + " too.",
                  "One DELETE of a parent row deletes or empties rows that nobody named, in one"
                      + " transaction and with locks on all of them.",
                  "Leave out the action and delete the rows where it is meant."))
          .options(NEW_TABLES)
          .knownAs("bytebase STATEMENT_DISALLOW_ON_DEL_CASCADE");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof AddConstraint add) {
      return counts(add.table(), scene) ? of(Stream.of(add.constraint()), add.table()) : List.of();
    }
    if (action instanceof AddColumn add) {
      return counts(add.table(), scene)
          ? of(add.column().constraints().stream(), add.table())
          : List.of();
    }
    if (action instanceof CreateTable create && scene.option(NEW_TABLES)) {
      Stream<TableConstraint> own =
          create.columns().stream().flatMap(c -> c.constraints().stream());
      return of(Stream.concat(create.constraints().stream(), own), create.table());
    }
    return List.of();
  }

  private static boolean counts(ObjectName table, Scene scene) {
    return scene.option(NEW_TABLES) || !scene.isNew(table);
  }

  private static List<Problem> of(Stream<TableConstraint> constraints, ObjectName table) {
    return constraints
        .filter(TableConstraint.ForeignKey.class::isInstance)
        .map(TableConstraint.ForeignKey.class::cast)
        .filter(k -> k.onDelete().filter(BanCascadingDelete::reaches).isPresent())
        .map(k -> Problem.at(k.place(), message(k, table)))
        .toList();
  }

  private static Message message(TableConstraint.ForeignKey key, ObjectName table) {
    return key.onDelete().filter(a -> a.equalsIgnoreCase("CASCADE")).isPresent()
        ? Message.of("Deleting a row of %s deletes its rows of %s", key.referencedTable(), table)
        : Message.of("Deleting a row of %s changes its rows of %s", key.referencedTable(), table);
  }

  private static boolean reaches(String action) {
    String upper = action.toUpperCase(Locale.ROOT);
    return upper.equals("CASCADE") || upper.startsWith("SET");
  }
}
