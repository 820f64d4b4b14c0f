package dev.sluice.review.rules.lock;

import dev.sluice.catalog.Table;
import dev.sluice.review.impact.PostgresFunctions;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.AddColumn;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.TableConstraint;
import java.util.Optional;

/**
 * What makes an ADD COLUMN long on PostgreSQL: the costliest of its parts, so that one statement
 * gives one finding and not one per part.
 */
enum NewColumnCost {
  NOTHING,
  /** A foreign key that every row is checked against: with a default all rows have a value. */
  FOREIGN_KEY,
  /** A CHECK is tried on every row, whatever it says. */
  CHECK,
  /** UNIQUE or PRIMARY KEY. */
  INDEX,
  /** A default that differs from row to row; before PostgreSQL 11 any. */
  DEFAULT,
  /** SERIAL, IDENTITY, GENERATED … STORED. */
  GENERATION;

  static NewColumnCost of(AddColumn add, Scene scene) {
    ColumnDefinition column = add.column();
    if (scene.isNew(add.table()) || isThere(add, scene.table(add.table()))) {
      return NOTHING;
    }
    Generation generation = column.generation();
    if (generation == Generation.IDENTITY || generation == Generation.STORED) {
      return GENERATION;
    }
    if (column.defaultExpression().filter(e -> rewrites(e, scene)).isPresent()) {
      return DEFAULT;
    }
    return column.constraints().stream()
        .map(c -> of(c, column))
        .max(NewColumnCost::compareTo)
        .orElse(NOTHING);
  }

  private static boolean isThere(AddColumn add, Optional<Table> table) {
    return table.flatMap(t -> t.column(add.column().name())).isPresent();
  }

  private static boolean rewrites(String expression, Scene scene) {
    return PostgresFunctions.mayBeVolatile(expression) || !scene.serverAtLeast(11, 0);
  }

  private static NewColumnCost of(TableConstraint constraint, ColumnDefinition column) {
    if (constraint instanceof TableConstraint.Check) {
      return CHECK;
    }
    if (constraint instanceof TableConstraint.ForeignKey) {
      boolean filled =
          column.defaultExpression().filter(e -> !e.equalsIgnoreCase("null")).isPresent();
      return filled ? FOREIGN_KEY : NOTHING;
    }
    return INDEX;
  }
}
