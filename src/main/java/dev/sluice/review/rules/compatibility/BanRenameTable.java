package dev.sluice.review.rules.compatibility;

import dev.sluice.language.Message;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.RenameTable;
import java.util.Optional;

/** Code that runs now knows the old name. */
public final class BanRenameTable extends RuleFor<RenameTable> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-rename-table",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Tables keep their names",
              new Explanation(
                  "RENAME of a table that was there before the change, unless the same script"
                      + " creates a view or table with the old name. The target tells what speaks of it.",
                  "Code that runs now, and every instance that is not yet replaced, fails on the"
                      + " old name.",
                  "Create a view with the old name in the same script, or add a new table and move"
                      + " over step by step."))
          .formerly("rename-table")
          .knownAs(
              "bytebase SCHEMA_BACKWARD_COMPATIBILITY",
              "squawk renaming-table",
              "strong_migrations rename_table",
              "atlas BC101");

  public BanRenameTable() {
    super(RenameTable.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(RenameTable rename, Scene scene) {
    boolean exempt =
        scene.isNew(rename.table())
            || scene.script().after(scene.statement()).anyMatch(a -> putsBack(a, rename));
    if (exempt) {
      return Optional.empty();
    }
    Message message = Message.of("Renames table %s to %s", rename.table(), rename.newName());
    return Optional.of(
        Dependence.of(rename.table(), Optional.empty(), Deed.RENAME, false, scene)
            .tell(Problem.at(rename.place(), message), INFO.explanation().effect()));
  }

  private static boolean putsBack(Action action, RenameTable rename) {
    String oldName = rename.table().name();
    return (action instanceof CreateView view && view.view().name().equals(oldName))
        || (action instanceof RenameTable other && other.newName().equals(oldName))
        || (action instanceof CreateTable table && table.table().name().equals(oldName));
  }
}
