package dev.sluice.review.rules.loss;

import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.DropTable;
import dev.sluice.sql.Action.RenameTable;
import java.util.Optional;

/** A dropped table comes back from a backup only. */
public final class BanDropTable extends RuleFor<DropTable> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-drop-table",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Tables with data are not dropped",
              new Explanation(
                  "DROP TABLE of a table that was there before the change; a warning where a copy"
                      + " takes its name. Temporary tables and tables that the change itself"
                      + " created are free to go. The target tells which views, foreign keys, triggers"
                      + " and routines hang on it.",
                  "The rows are gone for good, and code that still reads the table fails.",
                  "Rename the table first, drop it some releases later, and waive this finding"
                      + " then."))
          .formerly("drop-table")
          .knownAs(
              "bytebase SCHEMA_BACKWARD_COMPATIBILITY", "squawk ban-drop-table", "atlas DS102");

  public BanDropTable() {
    super(DropTable.class, INFO);
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  protected Optional<Problem> problem(DropTable drop, Scene scene) {
    boolean nothingThere = drop.ifExists() && scene.knowsMissing(drop.table());
    if (scene.isNew(drop.table()) || nothingThere) {
      return Optional.empty();
    }
    Problem problem = Problem.at(drop.place(), "Drops table %s", scene.sized(drop.table()));
    if (isReplaced(drop, scene)) {
      return Optional.of(problem.as(Severity.WARNING));
    }
    return Optional.of(
        Dependence.of(drop.table(), Optional.empty(), Deed.DROP, drop.cascade(), scene)
            .tell(problem, INFO.explanation().effect()));
  }

  /** How SQLite users alter a table: copy it, drop it, give the copy its name. */
  private static boolean isReplaced(DropTable drop, Scene scene) {
    return scene
        .script()
        .after(scene.statement())
        .anyMatch(
            a ->
                a instanceof RenameTable rename
                    && scene.isNew(rename.table())
                    && rename.newName().equals(drop.table().name()));
  }
}
