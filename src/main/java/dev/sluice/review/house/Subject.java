package dev.sluice.review.house;

import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a statement does, as a rule of the house sees it.
 *
 * @param place what is pointed at
 * @param clause where words are looked for
 * @param table that it is about
 * @param values what it names; the type as the engine calls it, with its arguments
 */
record Subject(
    StatementKind kind,
    Place place,
    Place clause,
    Optional<ObjectName> table,
    Map<Part, String> values) {
  static Subject of(StatementKind kind, Place place) {
    return new Subject(kind, place, place, Optional.empty(), Map.of());
  }

  /** About a table. */
  static Subject of(StatementKind kind, Place place, ObjectName table) {
    return of(kind, place).named(Part.TABLE, table.name()).at(table);
  }

  private Subject at(ObjectName name) {
    Subject there = new Subject(kind, place, clause, Optional.of(name), values);
    return name.schema().map(s -> there.named(Part.SCHEMA, s)).orElse(there);
  }

  /** About something else that stands in a schema. */
  static Subject named(StatementKind kind, Place place, ObjectName name) {
    Subject there = of(kind, place).named(Part.NAME, name.name());
    return name.schema().map(s -> there.named(Part.SCHEMA, s)).orElse(there);
  }

  Subject named(Part part, String value) {
    Map<Part, String> more = new EnumMap<>(Part.class);
    more.putAll(values);
    more.put(part, value);
    return new Subject(kind, place, clause, table, more);
  }

  Subject named(Part part, Optional<String> value) {
    return value.map(v -> named(part, v)).orElse(this);
  }

  /** The same where another place is pointed at. */
  Subject pointingAt(Place where) {
    return new Subject(kind, where, clause, table, values);
  }

  Subject as(StatementKind other) {
    return new Subject(other, place, clause, table, values);
  }
}
