package dev.sluice.sql.query;

import java.util.List;
import java.util.Set;

/**
 * The columns that a statement's expressions name, in order.
 *
 * @param outputs names that its select lists give, folded
 * @param ofTables whether all rows come from named tables, so that each column is one of theirs
 */
public record UsedColumns(List<ColumnReference> columns, Set<String> outputs, boolean ofTables) {
  public UsedColumns {
    columns = List.copyOf(columns);
    outputs = Set.copyOf(outputs);
  }
}
