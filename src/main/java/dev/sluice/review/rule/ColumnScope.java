package dev.sluice.review.rule;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.query.TableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of which table a name in a statement means, where there is no doubt. */
public final class ColumnScope {
  private final Dialect dialect;
  private final Map<String, Table> byName = new HashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private boolean complete = true;

  private ColumnScope(Dialect dialect) {
    this.dialect = dialect;
  }

  /** All tables that the statement names, at whatever depth. */
  public static ColumnScope of(Scene scene) {
    ColumnScope scope = new ColumnScope(scene.dialect());
    for (TableReference reference : Queries.tables(scene.statement(), scene.dialect())) {
      scope.add(reference, scene.table(reference.table()));
    }
    return scope;
  }

  private void add(TableReference reference, Optional<Table> table) {
    Optional<Table> known = table.filter(t -> !t.columns().isEmpty());
    complete &= known.isPresent();
    known.ifPresent(
        t -> {
          tables.add(t);
          byName.put(reference.alias().orElse(reference.table().name()), t);
        });
  }

  /** A column as the catalog knows it. */
  public record Known(Table table, Column column) {}

  /**
   * @param name {@code column}, {@code table.column} or {@code schema.table.column}, nothing else
   */
  public Optional<Known> column(Stretch name) {
    if (!isName(name)) {
      return Optional.empty();
    }
    String column = name.get(name.size() - 1).folded(dialect);
    if (name.size() == 1) {
      return unqualified(column);
    }
    Table table = byName.get(name.get(name.size() - 3).folded(dialect));
    return Optional.ofNullable(table).flatMap(t -> known(t, column));
  }

  private Optional<Known> unqualified(String column) {
    List<Known> candidates =
        tables.stream().distinct().flatMap(t -> known(t, column).stream()).toList();
    return complete && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private static Optional<Known> known(Table table, String column) {
    return table.column(column).map(c -> new Known(table, c));
  }

  /** Whether these tokens could be the name of a column. */
  public static boolean isName(Stretch tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean fits = i % 2 == 0 ? tokens.get(i).isName() : tokens.at(i, ".");
      if (!fits) {
        return false;
      }
    }
    return tokens.size() % 2 == 1 && tokens.size() <= 5;
  }
}
