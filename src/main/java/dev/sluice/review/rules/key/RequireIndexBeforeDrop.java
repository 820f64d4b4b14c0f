package dev.sluice.review.rules.key;

import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.DropIndex;
import java.util.Optional;

/** Between the old index and the new one there is none. */
public final class RequireIndexBeforeDrop extends RuleFor<DropIndex> {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-index-before-drop",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "An index is replaced before it is dropped",
              new Explanation(
                  "DROP INDEX followed, in another statement of the script, by CREATE INDEX on the"
                      + " same table that begins with the same column, while no other index does."
                      + " New tables are exempt.",
                  "Until the new index is built, queries that used the old one read the whole"
                      + " table.",
                  "Create the new index first, under another name, and drop the old one then."))
          .infoOnSmallTables();

  public RequireIndexBeforeDrop() {
    super(DropIndex.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(DropIndex drop, Scene scene) {
    Optional<Table> table =
        drop.table().flatMap(scene::table).or(() -> scene.catalog().tableOfIndex(drop.index()));
    Optional<Index> index = table.flatMap(t -> t.index(drop.index().name()));
    if (index.isEmpty() || index.get().columns().isEmpty() || scene.isNew(table.get().name())) {
      return Optional.empty();
    }
    String first = index.get().columns().get(0);
    return othersBeginWith(first, index.get(), table.get())
        ? Optional.empty()
        : replacement(first, table.get(), scene)
            .map(
                c ->
                    Problem.at(
                            drop.place(),
                            "%s has no index on %s from here to line %s",
                            scene.sized(c.table()),
                            first,
                            c.place().start().line())
                        .sized(scene.size(c.table())));
  }

  private static boolean othersBeginWith(String column, Index dropped, Table table) {
    return table.indexes().stream()
        .anyMatch(i -> !i.equals(dropped) && i.valid() && i.columns().indexOf(column) == 0);
  }

  private static Optional<Action.CreateIndex> replacement(String first, Table table, Scene scene) {
    return scene
        .script()
        .after(scene.statement())
        .filter(Action.CreateIndex.class::isInstance)
        .map(Action.CreateIndex.class::cast)
        .filter(c -> c.columns().indexOf(first) == 0 && isOf(c, table, scene))
        .findFirst();
  }

  private static boolean isOf(Action.CreateIndex index, Table table, Scene scene) {
    return scene.table(index.table()).filter(t -> t.name().equals(table.name())).isPresent();
  }
}
