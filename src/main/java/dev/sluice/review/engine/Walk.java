package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Conflict;
import dev.sluice.sql.Action;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement on its way through the catalog.
 *
 * @param after the catalog when all actions are done
 */
record Walk(List<Step> steps, Catalog after) {
  static Walk of(Statement statement, Catalog before) {
    List<Step> steps = new ArrayList<>();
    Catalog catalog = before;
    for (Action action : statement.actions()) {
      List<Conflict> conflicts = catalog.conflicts(action);
      if (conflicts.stream().noneMatch(c -> IfExists.expects(statement, c, before.dialect()))) {
        steps.add(new Step(action, catalog, conflicts));
      }
      catalog = catalog.after(action);
    }
    return new Walk(steps, catalog);
  }
}
