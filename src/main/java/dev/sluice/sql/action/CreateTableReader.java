package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable.Origin;
import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE TABLE in all its forms. */
final class CreateTableReader {
  private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES");

  private final Cursor c;
  private final List<ColumnDefinition> columns = new ArrayList<>();
  private final List<TableConstraint> constraints = new ArrayList<>();
  private Origin origin = Origin.COLUMNS;
  private Optional<ObjectName> source = Optional.empty();

  private CreateTableReader(Cursor c) {
    this.c = c;
  }

  /** MariaDB's {@code CREATE OR REPLACE TABLE} drops first. */
  static List<Action> read(Cursor c) {
    boolean replaces = c.at("CREATE", "OR", "REPLACE");
    Action.CreateTable create = new CreateTableReader(c).table();
    return replaces
        ? List.of(new Action.DropTable(create.place(), create.table(), true, false), create)
        : List.of(create);
  }

  private Action.CreateTable table() {
    boolean temporary = false;
    while (!c.take("TABLE")) {
      temporary |= c.atAny(TEMPORARY);
      c.next();
    }
    boolean ifNotExists = c.take("IF", "NOT", "EXISTS");
    ObjectName table = c.objectName();
    c.back(c.mark() - 1);
    String writtenName = c.next().unquoted();
    body();
    return new Action.CreateTable(
        c.whole(),
        table,
        writtenName,
        ifNotExists,
        temporary,
        columns,
        constraints,
        origin,
        source);
  }

  private void body() {
    if (c.take("PARTITION", "OF")) {
      origin = Origin.PARTITION_OF;
      source = Optional.of(c.objectName());
      return;
    }
    if (c.take("LIKE") || c.take("OF")) {
      origin = Origin.LIKE;
      source = Optional.of(c.objectName());
      return;
    }
    if (c.at("(")) {
      elements(c.parentheses());
    }
    if (c.ahead("INHERITS")) {
      origin = Origin.LIKE;
    }
    if (c.ahead("AS") || (!c.done() && c.atAny(QUERIES))) {
      origin = Origin.AS_SELECT;
    }
  }

  private void elements(Cursor body) {
    for (Cursor element : body.items()) {
      if (element.take("LIKE")) {
        origin = Origin.LIKE;
        source = Optional.of(element.objectName());
      } else if (ConstraintReader.atTableConstraint(element)) {
        constraints.add(ConstraintReader.table(element));
      } else {
        columns.add(ColumnReader.read(element));
      }
    }
  }
}
