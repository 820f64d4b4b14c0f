package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was read from a target.
 *
 * @param schemas all that exist, also those whose content was left out
 * @param path where names without a schema are looked for, and the first is where they are made
 * @param tables a materialized view stands here for its indexes and in {@code others} for its kind
 * @param others everything that is no table and bears a name like one
 */
public record SchemaContents(
    Set<String> schemas, List<String> path, List<Table> tables, Map<ObjectName, Relation> others) {
  public SchemaContents {
    schemas = Set.copyOf(schemas);
    path = List.copyOf(path);
    tables = List.copyOf(tables);
    others = Map.copyOf(others);
  }
}
