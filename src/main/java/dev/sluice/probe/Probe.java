package dev.sluice.probe;

import dev.sluice.sql.ObjectName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question about the rows of a target, or about what hangs on its objects, answered there without
 * changing anything. Equal probes have equal answers. Names are those of the catalog, not quoted;
 * tables have their schema.
 */
public sealed interface Probe {
  /** Everything that is read, but for what views and functions read on their own. */
  List<ObjectName> tables();

  /** Whether the answer depends on rows, so that a change of theirs makes it worthless. */
  default boolean ofRows() {
    return true;
  }

  /** The question in words, e.g. {@code duplicates of email in public.customers}. */
  String words();

  <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E;

  /**
   * How many rows a statement changes.
   *
   * @param statement in words, e.g. {@code UPDATE public.orders}
   * @param query reads the rows, or more than them where it joins
   * @param refused why it must not be run, only explained: it calls what may do more than read
   */
  record AffectedRows(
      String statement, String query, List<ObjectName> tables, Optional<String> refused)
      implements Probe {
    public AffectedRows {
      tables = List.copyOf(tables);
    }

    @Override
    public String words() {
      return "rows of " + statement;
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.affectedRows(this);
    }
  }

  /**
   * Which values occur more than once.
   *
   * @param keys of a unique key; where one is NULL the row does not count
   * @param where the condition of a partial index
   */
  record Duplicates(ObjectName table, List<Key> keys, Optional<String> where) implements Probe {
    public Duplicates {
      keys = List.copyOf(keys);
    }

    @Override
    public List<ObjectName> tables() {
      return List.of(table);
    }

    @Override
    public String words() {
      return "duplicates of " + Key.words(keys) + " in " + table;
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.duplicates(this);
    }
  }

  /**
   * A part of a key.
   *
   * @param expression whether the text is SQL and not a column's name
   */
  record Key(String text, boolean expression) {
    static String words(List<Key> keys) {
      return String.join(", ", keys.stream().map(Key::text).toList());
    }
  }

  /** Which rows have no value in a column. */
  record Nulls(ObjectName table, String column) implements Probe {
    @Override
    public List<ObjectName> tables() {
      return List.of(table);
    }

    @Override
    public String words() {
      return "NULLs of " + column + " in " + table;
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.nulls(this);
    }
  }

  /** Which rows point to a row of the parent that is not there. */
  record Orphans(
      ObjectName table, List<String> columns, ObjectName parent, List<String> parentColumns)
      implements Probe {
    public Orphans {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
    }

    @Override
    public List<ObjectName> tables() {
      return List.of(table, parent);
    }

    @Override
    public String words() {
      return "rows of " + table + " without a row of " + parent;
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.orphans(this);
    }
  }

  /** Which texts are longer than this many characters. */
  record TooLong(ObjectName table, String column, int characters) implements Probe {
    @Override
    public List<ObjectName> tables() {
      return List.of(table);
    }

    @Override
    public String words() {
      return column + " of " + table + " longer than " + characters;
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.tooLong(this);
    }
  }

  /** Which numbers lie outside; both ends are inside. */
  record OutOfRange(ObjectName table, String column, BigDecimal from, BigDecimal to)
      implements Probe {
    @Override
    public List<ObjectName> tables() {
      return List.of(table);
    }

    @Override
    public String words() {
      return column
          + " of "
          + table
          + " outside "
          + from.toPlainString()
          + " to "
          + to.toPlainString();
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.outOfRange(this);
    }
  }

  /**
   * Which rows a CHECK would refuse.
   *
   * @param condition as the author wrote it; calls nothing but what only reads
   */
  record Violations(ObjectName table, String condition) implements Probe {
    @Override
    public List<ObjectName> tables() {
      return List.of(table);
    }

    @Override
    public String words() {
      return "rows of " + table + " against CHECK (" + condition + ")";
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.violations(this);
    }
  }

  /**
   * What depends on a table or view, or on one of its columns.
   *
   * @param column empty for the whole table
   */
  record Dependants(ObjectName object, Optional<String> column, Deed deed) implements Probe {
    @Override
    public List<ObjectName> tables() {
      return List.of(object);
    }

    @Override
    public boolean ofRows() {
      return false;
    }

    @Override
    public String words() {
      String what = column.map(c -> c + " of " + object).orElse(object.toString());
      return "dependants of " + what + " at its " + deed.words();
    }

    @Override
    public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
      return visitor.dependants(this);
    }
  }

  /** What is done to an object. */
  enum Deed {
    DROP,
    RENAME,
    /** Its type changes. */
    RETYPE;

    String words() {
      return this == RETYPE ? "change of type" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** One method per kind of probe. */
  interface Visitor<R, E extends Exception> {
    R affectedRows(AffectedRows probe) throws E;

    R duplicates(Duplicates probe) throws E;

    R nulls(Nulls probe) throws E;

    R orphans(Orphans probe) throws E;

    R tooLong(TooLong probe) throws E;

    R outOfRange(OutOfRange probe) throws E;

    R violations(Violations probe) throws E;

    R dependants(Dependants probe) throws E;
  }
}
