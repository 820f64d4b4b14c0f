package dev.sluice.sql;

import java.util.Optional;

/**
 * The name of a table, view, index or other schema object, folded as {@link Dialect#fold} does.
 *
 * @param schema the schema when the statement names one
 */
public record ObjectName(Optional<String> schema, String name) {
  public static ObjectName of(String name) {
    return new ObjectName(Optional.empty(), name);
  }

  public static ObjectName of(String schema, String name) {
    return new ObjectName(Optional.of(schema), name);
  }

  @Override
  public String toString() {
    return schema.map(s -> s + ".").orElse("") + name;
  }
}
