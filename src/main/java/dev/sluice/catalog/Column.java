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
    Generation generation) {}
