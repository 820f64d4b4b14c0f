package dev.sluice.review.rules.table;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NamePattern;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.DropTable;
import java.util.Optional;
import java.util.Set;

/** A day of grace before a table goes. */
public final class NameDroppedTable extends RuleFor<DropTable> {
  private static final Option<NamePattern> PATTERN =
      Option.pattern("pattern", ".*_del", Set.of(), "What tables that may be dropped are called");

  private static final RuleInfo INFO =
      new RuleInfo(
              "name-dropped-table",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Tables are renamed before they are dropped",
              new Explanation(
                  "DROP TABLE of a table whose name does not match the pattern; tables of the same"
                      + " change are exempt.",
                  "What still uses the table is found out when it is gone; after a rename it can"
                      + " come back in an instant.",
                  "Rename the table first, wait, then drop it."))
          .options(PATTERN)
          .knownAs("bytebase TABLE_DROP_NAMING_CONVENTION");

  public NameDroppedTable() {
    super(DropTable.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(DropTable drop, Scene scene) {
    NamePattern pattern = scene.option(PATTERN);
    return scene.isNew(drop.table()) || pattern.matches(drop.table().name())
        ? Optional.empty()
        : Optional.of(
            Problem.at(drop.place(), "Table %s does not match %s", drop.table(), pattern));
  }
}
