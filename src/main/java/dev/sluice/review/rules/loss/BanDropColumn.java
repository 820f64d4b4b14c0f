package dev.sluice.review.rules.loss;

import dev.sluice.catalog.Table;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.DropColumn;
import dev.sluice.sql.ColumnDefinition.Generation;
import java.util.Optional;

/** A dropped column takes its values and the code that reads it along. */
public final class BanDropColumn extends RuleFor<DropColumn> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-drop-column",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Columns with data are not dropped",
              new Explanation(
                  "DROP COLUMN on a table that was there before the change. Columns that are"
                      + " computed when read are exempt: they hold no data. The target tells which"
                      + " views, triggers, policies, keys and routines hang on it.",
                  "The values are gone for good, and code that still names the column fails until"
                      + " it is replaced everywhere.",
                  "Release code that does not use the column, drop it in a later change, and waive"
                      + " this finding then."))
          .formerly("drop-column")
          .knownAs(
              "bytebase SCHEMA_BACKWARD_COMPATIBILITY",
              "squawk ban-drop-column",
              "strong_migrations remove_column",
              "atlas DS103");

  public BanDropColumn() {
    super(DropColumn.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(DropColumn drop, Scene scene) {
    if (scene.isNew(drop.table()) || holdsNothing(drop, scene)) {
      return Optional.empty();
    }
    Problem problem =
        Problem.at(drop.place(), "Drops column %s of %s", drop.column(), scene.sized(drop.table()));
    return Optional.of(
        Dependence.of(drop.table(), Optional.of(drop.column()), Deed.DROP, drop.cascade(), scene)
            .tell(problem, INFO.explanation().effect()));
  }

  private static boolean holdsNothing(DropColumn drop, Scene scene) {
    Optional<Table> table = scene.table(drop.table());
    boolean missing =
        drop.ifExists() && table.filter(t -> t.column(drop.column()).isEmpty()).isPresent();
    boolean computed =
        table
            .flatMap(t -> t.column(drop.column()))
            .filter(c -> c.generation() == Generation.VIRTUAL)
            .isPresent();
    return missing || computed;
  }
}
