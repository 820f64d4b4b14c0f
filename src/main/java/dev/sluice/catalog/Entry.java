package dev.sluice.catalog;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table with what we know about our knowledge of it.
 *
 * @param isNew made by the actions so far
 * @param filled rows were put in by the actions so far
 * @param gone columns that are certainly not there although we do not know all
 */
record Entry(Table table, Known known, boolean isNew, boolean filled, Set<String> gone) {
  /** How much of a table we know. */
  enum Known {
    ALL,
    /** It is ours, but its columns come from a query or from another table. */
    SOME,
    /** It belongs to a schema that was not read; we know only what the scripts did to it. */
    GLIMPSED
  }

  static Entry read(Table table) {
    return new Entry(table, Known.ALL, false, false, Set.of());
  }

  static Entry created(Table table, Known known, boolean filled) {
    return new Entry(table, known, true, filled, Set.of());
  }

  static Entry glimpsed(Table table) {
    return new Entry(table, Known.GLIMPSED, false, false, Set.of());
  }

  Entry with(Table changed) {
    return new Entry(changed, known, isNew, filled, gone);
  }

  Entry with(UnaryOperator<Table> change) {
    return with(change.apply(table));
  }

  Entry filled(boolean nowFilled) {
    return new Entry(table, known, isNew, nowFilled, gone);
  }

  Entry withGone(String column) {
    if (known == Known.ALL) {
      return this;
    }
    Set<String> more = new HashSet<>(gone);
    more.add(column);
    return new Entry(table, known, isNew, filled, Set.copyOf(more));
  }

  Entry withoutGone(String column) {
    if (!gone.contains(column)) {
      return this;
    }
    Set<String> fewer = new HashSet<>(gone);
    fewer.remove(column);
    return new Entry(table, known, isNew, filled, Set.copyOf(fewer));
  }
}
