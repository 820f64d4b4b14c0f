package dev.sluice.catalog;

import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.DataType;
import java.util.Optional;

/** A column as the catalog has it. */
public record Column(
    String name,
    DataType type,
    boolean nullable,
    Optional<String> defaultExpression,
    Generation generation) {
  Column withName(String newName) {
    return new Column(newName, type, nullable, defaultExpression, generation);
  }

  Column withType(DataType newType) {
    return new Column(name, newType, nullable, defaultExpression, generation);
  }

  Column withNullable(boolean nowNullable) {
    return new Column(name, type, nowNullable, defaultExpression, generation);
  }

  Column asIdentity() {
    return new Column(name, type, nullable, defaultExpression, Generation.IDENTITY);
  }

  Column withDefault(Optional<String> expression) {
    return new Column(name, type, nullable, expression, generation);
  }
}
