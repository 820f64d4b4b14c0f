package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All names that bear rows, copied on write: two thousand of them are copied in some microseconds,
 * which a script of a thousand statements does not notice.
 *
 * @param gone dropped by the actions so far
 * @param unsure last parts of names that may have moved to another schema
 */
record Relations(
    Map<ObjectName, Entry> tables,
    Map<ObjectName, Relation> others,
    Set<ObjectName> gone,
    Set<String> unsure) {
  static final Relations NONE = new Relations(Map.of(), Map.of(), Set.of(), Set.of());

  static Relations of(SchemaContents contents) {
    Map<ObjectName, Entry> tables = new LinkedHashMap<>();
    for (Table table : contents.tables()) {
      boolean asTable = !contents.others().containsKey(table.name());
      tables.put(table.name(), asTable ? Entry.read(table) : Entry.glimpsed(table));
    }
    return new Relations(tables, contents.others(), Set.of(), Set.of());
  }

  boolean has(ObjectName name) {
    return tables.containsKey(name) || others.containsKey(name);
  }

  Relations with(Entry entry) {
    ObjectName name = entry.table().name();
    return new Relations(put(tables, name, entry), others, without(gone, name), unsure);
  }

  Relations with(ObjectName name, Relation relation) {
    return new Relations(tables, put(others, name, relation), without(gone, name), unsure);
  }

  /** Without the table, the view or the index of that name. */
  Relations without(ObjectName name) {
    return new Relations(without(tables, name), without(others, name), plus(gone, name), unsure);
  }

  /** Remembers that the name is free, also when nobody knew of it. */
  Relations withGone(ObjectName name) {
    return new Relations(tables, others, plus(gone, name), unsure);
  }

  Relations unsureOf(String name) {
    return new Relations(tables, others, gone, plus(unsure, name));
  }

  /** After a CASCADE any view may be gone: whether one is there is not known any more. */
  Relations unsureOfViews() {
    Relations left = this;
    for (Map.Entry<ObjectName, Relation> other : others.entrySet()) {
      if (other.getValue() != Relation.OTHER) {
        ObjectName name = other.getKey();
        left =
            new Relations(
                without(left.tables, name),
                without(left.others, name),
                left.gone,
                plus(left.unsure, name.name()));
      }
    }
    return left;
  }

  /** Forgets what the actions dropped, when something may have brought it back. */
  Relations forgetGone() {
    return new Relations(tables, others, Set.of(), unsure);
  }

  /** Changes each table, for what one table says about another. */
  Relations mapTables(UnaryOperator<Table> change) {
    Map<ObjectName, Entry> changed = new LinkedHashMap<>(tables);
    changed.replaceAll((name, entry) -> entry.with(change));
    return new Relations(changed, others, gone, unsure);
  }

  private static <V> Map<ObjectName, V> put(Map<ObjectName, V> map, ObjectName name, V value) {
    Map<ObjectName, V> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }

  private static <V> Map<ObjectName, V> without(Map<ObjectName, V> map, ObjectName name) {
    if (!map.containsKey(name)) {
      return map;
    }
    Map<ObjectName, V> copy = new LinkedHashMap<>(map);
    copy.remove(name);
    return Collections.unmodifiableMap(copy);
  }

  private static <T> Set<T> plus(Set<T> set, T name) {
    Set<T> copy = new HashSet<>(set);
    copy.add(name);
    return Collections.unmodifiableSet(copy);
  }

  private static Set<ObjectName> without(Set<ObjectName> set, ObjectName name) {
    if (!set.contains(name)) {
      return set;
    }
    Set<ObjectName> copy = new HashSet<>(set);
    copy.remove(name);
    return Collections.unmodifiableSet(copy);
  }
}
