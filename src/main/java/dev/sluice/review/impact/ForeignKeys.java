package dev.sluice.review.impact;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Constraint.Reference;
import dev.sluice.catalog.Table;
import dev.sluice.sql.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables at the other ends of foreign keys. */
final class ForeignKeys {
  private ForeignKeys() {}

  /** Where the table's own keys point to, itself left out. */
  static Stream<ObjectName> referencedBy(Table table) {
    return table.constraints().stream()
        .flatMap(c -> c.references().stream())
        .map(Reference::table)
        .filter(t -> !t.equals(table.name()))
        .distinct();
  }

  /** The tables that go along with a CASCADE: those that refer to it, and to those. */
  static Set<ObjectName> leadingTo(Table table, Catalog catalog) {
    Set<ObjectName> found = new LinkedHashSet<>(List.of(table.name()));
    boolean more = true;
    while (more) {
      more =
          found.addAll(
              catalog.tables().stream()
                  .filter(t -> referencedBy(t).anyMatch(found::contains))
                  .map(Table::name)
                  .toList());
    }
    found.remove(table.name());
    return found;
  }

  /** Those whose keys point to it. */
  static Stream<ObjectName> pointingTo(Table table, Catalog catalog) {
    return catalog.tables().stream()
        .filter(t -> referencedBy(t).anyMatch(table.name()::equals))
        .map(Table::name);
  }

  /** The other ends of the keys that have the column on this side. */
  static Stream<ObjectName> touching(Table table, String column, Catalog catalog) {
    Stream<ObjectName> from =
        table.constraints().stream()
            .filter(c -> c.columns().contains(column))
            .flatMap(c -> c.references().stream())
            .map(Reference::table);
    Stream<ObjectName> to =
        catalog.tables().stream()
            .filter(t -> t.constraints().stream().anyMatch(c -> pointsTo(c, table, column)))
            .map(Table::name);
    return Stream.concat(from, to).filter(t -> !t.equals(table.name()));
  }

  private static boolean pointsTo(Constraint key, Table table, String column) {
    return key.references()
        .filter(r -> r.table().equals(table.name()) && r.columns().contains(column))
        .isPresent();
  }
}
