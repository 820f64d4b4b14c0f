package dev.sluice.sql.action;

import dev.sluice.sql.ColumnDefinition;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.ColumnDefinition.Layout;
import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.TableConstraint;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one column definition, from its name to the end of its options. */
final class ColumnReader {
  private static final Set<String> DEFAULT_ENDS =
      Set.of(
          "CONSTRAINT",
          "NOT",
          "NULL",
          "UNIQUE",
          "PRIMARY",
          "CHECK",
          "REFERENCES",
          "GENERATED",
          "COLLATE",
          "ON",
          "COMMENT",
          "AUTO_INCREMENT",
          "KEY",
          "STORAGE",
          "COMPRESSION",
          "DEFERRABLE",
          "INITIALLY",
          "FIRST",
          "AFTER",
          "VISIBLE",
          "INVISIBLE",
          "AS");
  private static final Set<String> OPTIONS_WITH_A_VALUE =
      Set.of("STORAGE", "COMPRESSION", "COMMENT", "AFTER", "COLUMN_FORMAT", "CHARSET", "SRID");
  private static final Set<String> PLAIN_OPTIONS =
      Set.of("NULL", "FIRST", "VISIBLE", "INVISIBLE", "KEY", "ASC", "DESC");
  private static final Set<String> AUTOMATIC = Set.of("AUTO_INCREMENT", "AUTOINCREMENT");

  private final Cursor c;
  private final List<TableConstraint> constraints = new ArrayList<>();
  private boolean notNull;
  private Optional<String> defaultExpression = Optional.empty();
  private Generation generation = Generation.NONE;

  private ColumnReader(Cursor c) {
    this.c = c;
  }

  /** Reads all of {@code c}. */
  static ColumnDefinition read(Cursor c) {
    return new ColumnReader(c).column();
  }

  private ColumnDefinition column() {
    int mark = c.mark();
    Token written = c.nameToken();
    String name = c.fold(written);
    boolean serial = DataTypes.atSerial(c);
    generation = serial ? Generation.IDENTITY : Generation.NONE;
    notNull = serial;
    DataType type = DataTypes.read(c);
    int options = mark + 1;
    while (!c.done()) {
      option(name, type);
    }
    Layout layout = LayoutReader.read(c, options);
    return new ColumnDefinition(
        c.since(mark),
        name,
        written.unquoted(),
        type,
        notNull,
        defaultExpression,
        generation,
        constraints,
        layout);
  }

  private void option(String column, DataType type) {
    int mark = c.mark();
    Optional<String> name = ConstraintReader.name(c);
    if (c.take("NOT", "NULL")) {
      notNull = true;
      conflictClause();
    } else if (c.take("DEFAULT")) {
      defaultExpression = Optional.of(expression());
    } else if (c.take("PRIMARY", "KEY")) {
      primaryKey(mark, name, column, type);
    } else if (c.take("UNIQUE")) {
      unique(mark, name, column);
    } else if (c.take("CHECK")) {
      constraints.add(ConstraintReader.check(c, mark, name));
    } else if (c.at("REFERENCES")) {
      constraints.add(ConstraintReader.foreignKey(c, mark, name, List.of(column)));
    } else if (c.at("GENERATED") || c.at("AS")) {
      generated();
    } else if (!otherOption(column, type)) {
      throw c.unexpected();
    }
  }

  private void primaryKey(int mark, Optional<String> name, String column, DataType type) {
    boolean descending = c.at("DESC");
    c.takeAny(Set.of("ASC", "DESC"));
    conflictClause();
    indexOptions();
    constraints.add(
        new TableConstraint.PrimaryKey(c.since(mark), name, List.of(column), Optional.empty()));
    boolean rowid =
        c.dialect == Dialect.SQLITE && type.equals(DataType.of("integer")) && !descending;
    if (rowid) {
      generation = Generation.IDENTITY;
    }
  }

  private void unique(int mark, Optional<String> name, String column) {
    c.take("KEY");
    if (c.take("NULLS")) {
      c.take("NOT");
      c.expect("DISTINCT");
    }
    conflictClause();
    indexOptions();
    constraints.add(
        new TableConstraint.Unique(c.since(mark), name, List.of(column), Optional.empty()));
  }

  private void indexOptions() {
    if (c.take("WITH")) {
      c.skipOne();
    }
    if (c.take("USING", "INDEX", "TABLESPACE")) {
      c.next();
    }
  }

  private void conflictClause() {
    if (c.take("ON", "CONFLICT")) {
      c.next();
    }
  }

  private void generated() {
    c.take("GENERATED");
    c.take("ALWAYS");
    c.take("BY", "DEFAULT");
    c.take("ON", "NULL");
    c.expect("AS");
    if (c.take("IDENTITY")) {
      generation = Generation.IDENTITY;
      notNull = true;
      if (c.at("(")) {
        c.skipOne();
      }
      return;
    }
    c.skipOne();
    generation = c.take("STORED") || c.take("PERSISTENT") ? Generation.STORED : Generation.VIRTUAL;
    c.take("VIRTUAL");
  }

  private String expression() {
    int mark = c.mark();
    c.skipOne();
    while (!c.done() && !c.atAny(DEFAULT_ENDS)) {
      c.skipOne();
    }
    return c.textSince(mark);
  }

  private boolean isMysql() {
    return c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
  }

  private boolean otherOption(String column, DataType type) {
    if (c.takeAny(AUTOMATIC)) {
      generation = Generation.IDENTITY;
      return true;
    }
    if (c.take("COLLATE")) {
      c.objectName();
      return true;
    }
    if (c.takeAny(OPTIONS_WITH_A_VALUE)) {
      c.next();
      return true;
    }
    if (isMysql() && c.at("KEY")) {
      int mark = c.mark();
      c.next();
      primaryKey(mark, Optional.empty(), column, type);
      return true;
    }
    if (c.take("CHARACTER", "SET")) {
      c.next();
      return true;
    }
    if (c.take("ON", "UPDATE")) {
      expression();
      return true;
    }
    return c.takeAny(PLAIN_OPTIONS) || ConstraintReader.timing(c) || c.take("NO", "INHERIT");
  }
}
