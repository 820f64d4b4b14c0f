package dev.sluice.review.rule;

import dev.sluice.catalog.Column;
import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;

/**
 * A column that an action brings, or whose definition it states anew with another type.
 *
 * @param words of its definition, the name first
 */
public record NewColumn(
    Action action, ObjectName table, ColumnDefinition definition, Stretch words) {
  /** Those of the action, in order; none for temporary tables. */
  public static List<NewColumn> of(Action action, Scene scene) {
    if (action instanceof Action.CreateTable create && !create.temporary()) {
      return create.columns().stream().map(c -> of(action, create.table(), c, scene)).toList();
    }
    if (action instanceof Action.AddColumn add && !isTemporary(add.table(), scene)) {
      return List.of(of(action, add.table(), add.column(), scene));
    }
    return action instanceof Action.ModifyColumn modify && isOther(modify, scene)
        ? List.of(of(action, modify.table(), modify.definition(), scene))
        : List.of();
  }

  private static NewColumn of(
      Action action, ObjectName table, ColumnDefinition definition, Scene scene) {
    return new NewColumn(
        action, table, definition, Stretch.of(scene.statement(), definition.place()));
  }

  private static boolean isTemporary(ObjectName table, Scene scene) {
    return scene.table(table).filter(t -> t.temporary()).isPresent();
  }

  private static boolean isOther(Action.ModifyColumn modify, Scene scene) {
    Optional<Column> before = scene.table(modify.table()).flatMap(t -> t.column(modify.column()));
    return before.map(b -> !b.type().equals(modify.definition().type())).orElse(true);
  }

  public boolean ofNewTable() {
    return action instanceof Action.CreateTable;
  }

  /** {@code table.column}, for messages. */
  public String shown() {
    return table + "." + definition.name();
  }

  /** Of the name. */
  public Place place() {
    return words.get(0).place();
  }

  /** The first word of its type; the name where it has none. */
  public Token type() {
    return words.get(Math.min(1, words.size() - 1));
  }
}
