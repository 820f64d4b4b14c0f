package dev.sluice.review.rules.query;

import dev.sluice.review.rule.ColumnScope;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.query.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weighs the WHERE of a change of one table. */
final class Where {
  private static final Set<String> ENDS = Set.of("RETURNING", "ORDER", "LIMIT");
  private static final List<String> JOINS = List.of("JOIN", "USING", "LEFT", "RIGHT", "FULL");

  private Where() {}

  static Truth of(Action action, Scene scene) {
    Stretch tokens = Stretch.of(scene.statement(), action.place());
    boolean joined =
        JOINS.stream().anyMatch(tokens::contains)
            || (action instanceof Action.Update && tokens.find(0, Set.of("FROM")) > 0);
    if (joined) {
      return Truth.DEPENDS;
    }
    ColumnScope scope = ColumnScope.of(scene);
    return condition(tokens)
        .map(
            c ->
                Truth.of(
                    c, name -> scope.column(name).filter(k -> !k.column().nullable()).isPresent()))
        .orElse(Truth.DEPENDS);
  }

  static Optional<Stretch> condition(Stretch action) {
    return action.clause("WHERE", ENDS);
  }
}
