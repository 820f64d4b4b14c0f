package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps two rows of a table apart: primary key, unique constraints and unique indexes.
 *
 * @param name of the constraint or index, where it has one
 */
record UniqueKey(Optional<String> name, List<String> columns) {
  /** Each list of columns once; partial indexes are left out. */
  static List<UniqueKey> of(Table table) {
    List<UniqueKey> keys = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (Constraint constraint : table.constraints()) {
      boolean unique =
          constraint.kind() == Constraint.Kind.PRIMARY_KEY
              || constraint.kind() == Constraint.Kind.UNIQUE;
      if (unique && seen.add(new HashSet<>(constraint.columns()))) {
        keys.add(new UniqueKey(constraint.name(), constraint.columns()));
      }
    }
    for (Index index : table.indexes()) {
      boolean whole = index.unique() && index.valid() && index.where().isEmpty();
      if (whole && seen.add(new HashSet<>(index.columns()))) {
        keys.add(new UniqueKey(Optional.of(index.name()), index.columns()));
      }
    }
    return keys;
  }

  @Override
  public String toString() {
    return "(" + String.join(", ", columns) + ")";
  }
}
