package dev.sluice.sql.query;

import dev.sluice.sql.Place;
import java.util.Optional;

/**
 * A column in an expression.
 *
 * @param qualifier the table or alias before it, folded
 * @param column folded
 */
public record ColumnReference(Optional<String> qualifier, String column, Place place) {}
