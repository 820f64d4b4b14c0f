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
    boolean renamed = !actions.isEmpty();
    actions.add(new Action.ModifyColumn(c.whole(), table, column.name(), column, renamed));
    return actions;
  }
}
