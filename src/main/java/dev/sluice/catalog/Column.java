package dev.sluice.catalog;

import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.DataType;
import java.util.Optional;

/**
 * A column as the catalog has it.
 *
 * @param collation on MySQL, of a column that holds text
 */
public record Column(
    String name,
    DataType type,
    boolean nullable,
    Optional<String> defaultExpression,
    Generation generation,
    Optional<String> collation) {
  /** One of which the collation is not known. */
  public Column(
      String name,
      DataType type,
      boolean nullable,
      Optional<String> defaultExpression,
      Generation generation) {
    this(name, type, nullable, defaultExpression, generation, Optional.empty());
  }

  Column withName(String newName) {
    return new Column(newName, type, nullable, defaultExpression, generation, collation);
  }

  Column withType(DataType newType) {
    return new Column(name, newType, nullable, defaultExpression, generation, collation);
  }

  Column withNullable(boolean nowNullable) {
    return new Column(name, type, nowNullable, defaultExpression, generation, collation);
  }

  Column asIdentity() {
    return new Column(name, type, nullable, defaultExpression, Generation.IDENTITY, collation);
  }

  Column withDefault(Optional<String> expression) {
    return new Column(name, type, nullable, expression, generation, collation);
  }
}
