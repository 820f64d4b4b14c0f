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
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.Action.RenameColumn;
import java.util.Optional;

/** Code that runs now knows the old name. */
public final class BanRenameColumn extends RuleFor<RenameColumn> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-rename-column",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Columns keep their names",
              new Explanation(
                  "RENAME of a column of a table that was there before the change, unless the same"
                      + " script adds a column with the old name. The target tells what speaks of it.",
                  "Code that runs now, and every instance that is not yet replaced, fails on the"
                      + " old name.",
                  "Add the new column, fill it and keep both in step, switch the code, drop the old"
                      + " column in a later change."))
          .formerly("rename-column")
          .knownAs(
              "bytebase SCHEMA_BACKWARD_COMPATIBILITY",
              "squawk renaming-column",
              "strong_migrations rename_column",
              "atlas BC102");

  public BanRenameColumn() {
    super(RenameColumn.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(RenameColumn rename, Scene scene) {
    boolean exempt =
        scene.isNew(rename.table())
            || scene.script().after(scene.statement()).anyMatch(a -> putsBack(a, rename));
    if (exempt) {
      return Optional.empty();
    }
    Message message =
        Message.of(
            "Renames column %s of %s to %s", rename.column(), rename.table(), rename.newName());
    return Optional.of(
        Dependence.of(rename.table(), Optional.of(rename.column()), Deed.RENAME, false, scene)
            .tell(Problem.at(rename.place(), message), INFO.explanation().effect()));
  }

  private static boolean putsBack(Action action, RenameColumn rename) {
    return action instanceof AddColumn add
        && add.table().equals(rename.table())
        && add.column().name().equals(rename.column());
  }
}
