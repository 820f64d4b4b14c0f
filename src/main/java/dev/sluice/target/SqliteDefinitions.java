package dev.sluice.target;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What SQLite's pragmas do not tell, read from the statement that it keeps in sqlite_master. */
final class SqliteDefinitions {
  private SqliteDefinitions() {}

  /** The CHECK constraints of a table; none when we do not understand its definition. */
  static List<Constraint> checks(String createTable) {
    return actions(createTable)
        .filter(Action.CreateTable.class::isInstance)
        .map(a -> Catalog.unread(Dialect.SQLITE).after(a))
        .flatMap(c -> c.tables().stream())
        .map(Table::constraints)
        .flatMap(List::stream)
        .filter(c -> c.kind() == Constraint.Kind.CHECK)
        .toList();
  }

  /** The index with its expressions and its condition. */
  static Index index(String createIndex, Index plain) {
    Optional<Action.CreateIndex> action =
        actions(createIndex)
            .filter(Action.CreateIndex.class::isInstance)
            .map(Action.CreateIndex.class::cast)
            .findFirst();
    return action
        .map(
            a ->
                new Index(
                    plain.name(),
                    a.columns(),
                    plain.unique(),
                    plain.primary(),
                    plain.valid(),
                    a.where()))
        .orElse(plain);
  }

  private static Stream<Action> actions(String definition) {
    return definition.isEmpty()
        ? Stream.empty()
        : new SqlReader()
            .read(definition, Dialect.SQLITE).statements().stream()
                .flatMap(s -> s.actions().stream());
  }
}
