package dev.sluice.sql.query;

import java.util.Set;

/**
 * A column that a grouping selects and does not name.
 *
 * @param written with its qualifier, as its author has it
 * @param column folded
 * @param grouping the columns behind GROUP BY, folded
 */
public record Ungrouped(String written, String column, Set<String> grouping) {
  public Ungrouped {
    grouping = Set.copyOf(grouping);
  }
}
