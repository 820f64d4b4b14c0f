package dev.sluice.deploy.backup;

import java.util.List;
import java.util.Optional;

/**
 * What a backup table holds, and what its rows mean for the source.
 *
 * @param columns of the backup table; generated columns are never among them
 * @param key the columns by which a row is found again
 * @param changed the columns that go back into a row that is still there: those that the statement
 *     sets, and those that the table sets by itself; empty where whole rows go back
 * @param identityAlways whether PostgreSQL must be told to take our values for an identity column
 * @param definition of a dropped column, behind {@code ADD COLUMN}
 */
public record Shape(
    List<SavedColumn> columns,
    List<String> key,
    List<String> changed,
    boolean identityAlways,
    Optional<String> definition) {
  public Shape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    changed = List.copyOf(changed);
  }

  /** Of a backup that does not exist. */
  public static final Shape NONE =
      new Shape(List.of(), List.of(), List.of(), false, Optional.empty());

  List<String> names() {
    return columns.stream().map(SavedColumn::name).toList();
  }

  Optional<String> castOf(String column) {
    return columns.stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .flatMap(SavedColumn::castTo);
  }
}
