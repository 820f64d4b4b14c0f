package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MySQL's MODIFY and CHANGE, which state the whole column anew. */
final class MysqlColumnClause {
  private MysqlColumnClause() {}

  static List<Action> read(Cursor c, ObjectName table) {
    boolean change = c.next().is("CHANGE");
    c.take("COLUMN");
    c.take("IF", "EXISTS");
    List<Action> actions = new ArrayList<>();
    Optional<String> old = change ? Optional.of(c.name()) : Optional.empty();
    ColumnDefinition column = ColumnReader.read(c);
    if (old.isPresent() && !old.get().equals(column.name())) {
      actions.add(new Action.RenameColumn(c.whole(), table, old.get(), column.name()));
    }
    actions.add(
        new Action.AlterColumnType(
            c.whole(), table, column.name(), column.type(), Optional.empty()));
    actions.add(
        column.notNull()
            ? new Action.SetNotNull(c.whole(), table, column.name())
            : new Action.DropNotNull(c.whole(), table, column.name()));
    actions.add(
        column
            .defaultExpression()
            .<Action>map(text -> new Action.SetDefault(c.whole(), table, column.name(), text))
            .orElseGet(() -> new Action.DropDefault(c.whole(), table, column.name())));
    return actions;
  }
}
