package dev.sluice.sql.query;

import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.Optional;

/**
 * A table that a query reads or changes.
 *
 * @param place of the name
 * @param alias folded
 */
public record TableReference(ObjectName table, Place place, Optional<String> alias) {}
