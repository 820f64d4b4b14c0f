package dev.sluice.sql.action;

import dev.sluice.sql.IndexKind;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads constraints, of a table or of a column. */
final class ConstraintReader {
  private static final Set<String> TABLE_KEYWORDS =
      Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE");
  private static final Set<String> MYSQL_INDEXES = Set.of("KEY", "INDEX", "FULLTEXT", "SPATIAL");
  private static final Set<String> KEY_OR_INDEX = Set.of("KEY", "INDEX");

  private ConstraintReader() {}

  /** Whether a table constraint, not a column, comes next. */
  static boolean atTableConstraint(Cursor c) {
    return c.atAny(TABLE_KEYWORDS) || (isMysql(c) && c.atAny(MYSQL_INDEXES));
  }

  /** Reads a constraint that stands on its own; {@code c} holds nothing else. */
  static TableConstraint table(Cursor c) {
    int mark = c.mark();
    Optional<String> name = name(c);
    if (c.take("PRIMARY", "KEY")) {
      Optional<String> index = usingIndex(c);
      List<String> columns = index.isPresent() ? List.of() : keyColumns(c);
      return new TableConstraint.PrimaryKey(rest(c, mark), name, columns, index);
    }
    if (c.take("UNIQUE")) {
      return unique(c, mark, name);
    }
    if (c.take("FOREIGN", "KEY")) {
      c.take("IF", "NOT", "EXISTS");
      skipIndexName(c);
      List<String> columns = columns(c.parentheses());
      return foreignKey(c, mark, name, columns);
    }
    if (c.take("CHECK")) {
      return check(c, mark, name);
    }
    if (isMysql(c) && c.atAny(MYSQL_INDEXES)) {
      return index(c, mark);
    }
    if (c.at("EXCLUDE") || c.at("NOT", "NULL")) {
      Place place = rest(c, mark);
      c.back(mark);
      return new TableConstraint.Other(place, name, c.rest());
    }
    throw c.unexpected();
  }

  /** The name behind CONSTRAINT, if that comes next. */
  static Optional<String> name(Cursor c) {
    if (!c.take("CONSTRAINT")) {
      return Optional.empty();
    }
    boolean unnamed = isMysql(c) && (atTableConstraint(c) || c.done());
    return unnamed ? Optional.empty() : Optional.of(c.name());
  }

  private static TableConstraint unique(Cursor c, int mark, Optional<String> constraint) {
    c.takeAny(KEY_OR_INDEX);
    if (c.take("NULLS")) {
      c.take("NOT");
      c.expect("DISTINCT");
    }
    Optional<String> index = usingIndex(c);
    c.take("IF", "NOT", "EXISTS");
    Optional<String> key = index.isEmpty() ? skipIndexName(c) : Optional.empty();
    List<String> columns = index.isPresent() ? List.of() : keyColumns(c);
    return new TableConstraint.Unique(rest(c, mark), constraint.or(() -> key), columns, index);
  }

  /** MySQL's {@code [FULLTEXT | SPATIAL] [INDEX | KEY] [name] [USING type] (columns) …}. */
  private static TableConstraint index(Cursor c, int mark) {
    IndexKind kind = indexKind(c);
    c.takeAny(KEY_OR_INDEX);
    c.take("IF", "NOT", "EXISTS");
    Optional<String> name = skipIndexName(c);
    List<String> columns = columns(c.parentheses());
    return new TableConstraint.Key(rest(c, mark), name, columns, kind);
  }

  /** FULLTEXT or SPATIAL, if that comes next. */
  static IndexKind indexKind(Cursor c) {
    if (c.take("FULLTEXT")) {
      return IndexKind.FULLTEXT;
    }
    return c.take("SPATIAL") ? IndexKind.SPATIAL : IndexKind.PLAIN;
  }

  private static Optional<String> usingIndex(Cursor c) {
    return c.take("USING", "INDEX") ? Optional.of(c.name()) : Optional.empty();
  }

  /** MySQL lets an index name and USING BTREE stand before the columns. */
  private static Optional<String> skipIndexName(Cursor c) {
    Optional<String> name = c.atName() && !c.at("USING") ? Optional.of(c.name()) : Optional.empty();
    if (c.take("USING")) {
      c.next();
    }
    return name;
  }

  private static List<String> keyColumns(Cursor c) {
    skipIndexName(c);
    List<String> columns = columns(c.parentheses());
    return columns;
  }

  /** CHECK is read already. */
  static TableConstraint.Check check(Cursor c, int mark, Optional<String> name) {
    String expression = c.parentheses().rest();
    c.take("NO", "INHERIT");
    boolean notValid = c.take("NOT", "VALID");
    if (c.at("NOT", "ENFORCED") || c.at("ENFORCED")) {
      c.take("NOT");
      c.next();
    }
    if (c.take("ON", "CONFLICT")) {
      c.next();
    }
    return new TableConstraint.Check(c.since(mark), name, expression, notValid);
  }

  /** Reads REFERENCES and what belongs to it. */
  static TableConstraint.ForeignKey foreignKey(
      Cursor c, int mark, Optional<String> name, List<String> columns) {
    c.expect("REFERENCES");
    ObjectName table = c.objectName();
    List<String> referenced = c.at("(") ? columns(c.parentheses()) : List.of();
    Optional<String> onDelete = Optional.empty();
    boolean notValid = false;
    while (true) {
      if (c.take("ON", "DELETE")) {
        onDelete = Optional.of(referentialAction(c));
      } else if (c.take("ON", "UPDATE")) {
        referentialAction(c);
      } else if (c.take("MATCH")) {
        c.next();
      } else if (c.take("NOT", "VALID")) {
        notValid = true;
      } else if (!timing(c)) {
        break;
      }
    }
    return new TableConstraint.ForeignKey(
        c.since(mark), name, columns, table, referenced, notValid, onDelete);
  }

  private static String referentialAction(Cursor c) {
    int mark = c.mark();
    if (!c.take("NO", "ACTION") && !c.take("SET", "NULL") && !c.take("SET", "DEFAULT")) {
      c.next();
    } else if (c.at("(")) {
      c.skipOne();
    }
    return c.textSince(mark).toUpperCase(Locale.ROOT);
  }

  /** DEFERRABLE and its like. */
  static boolean timing(Cursor c) {
    if (c.take("NOT", "DEFERRABLE") || c.take("DEFERRABLE")) {
      return true;
    }
    if (c.take("NOT", "ENFORCED") || c.take("ENFORCED")) {
      return true;
    }
    if (c.take("INITIALLY")) {
      c.next();
      return true;
    }
    return false;
  }

  /** The columns of a key or an index: names folded, expressions as they are written. */
  static List<String> columns(Cursor list) {
    List<String> columns = new ArrayList<>();
    for (Cursor item : list.items()) {
      columns.add(isColumn(item) ? item.name() : item.rest());
    }
    return columns;
  }

  private static boolean isColumn(Cursor item) {
    boolean prefixLength =
        isMysql(item) && item.left() >= 4 && item.peek(1).is("(") && item.peek(3).is(")");
    boolean followed = item.left() > 1 && !prefixLength;
    return item.atName() && !(followed && (item.peek(1).is("(") || !item.peek(1).isName()));
  }

  /** Whatever else follows (INCLUDE, WITH, TABLESPACE, index options) belongs to the constraint. */
  private static Place rest(Cursor c, int mark) {
    while (!c.done()) {
      c.skipOne();
    }
    return c.since(mark);
  }

  private static boolean isMysql(Cursor c) {
    return switch (c.dialect) {
      case MYSQL, MARIADB -> true;
      case POSTGRESQL, SQLITE -> false;
    };
  }
}
