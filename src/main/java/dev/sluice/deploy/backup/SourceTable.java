package dev.sluice.deploy.backup;

import dev.sluice.sql.ObjectName;
import java.util.List;

/**
 * What a backup has to know of a table.
 *
 * @param name in the letters of the target
 * @param obstacle why its rows cannot be backed up, whatever the statement; empty for most
 * @param key the primary key's columns in order; empty without one
 * @param cascading tables whose rows go or change when rows of this one are deleted
 * @param triggers whether an UPDATE may change columns that it does not name, or a DELETE do more
 * @param entangled what keeps the table from being moved away instead of dropped; empty when
 *     nothing does
 * @param linked whether a foreign key begins or ends here
 */
public record SourceTable(
    ObjectName name,
    String obstacle,
    List<SourceColumn> columns,
    List<String> key,
    List<String> cascading,
    boolean triggers,
    String entangled,
    boolean linked) {
  public SourceTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    cascading = List.copyOf(cascading);
  }

  List<SourceColumn> kept() {
    return columns.stream().filter(c -> !c.generated()).toList();
  }

  boolean identityAlways() {
    return columns.stream().anyMatch(SourceColumn::identityAlways);
  }
}
