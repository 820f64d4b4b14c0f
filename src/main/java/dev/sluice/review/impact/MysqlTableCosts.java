package dev.sluice.review.impact;

import static dev.sluice.review.impact.MysqlAlgorithm.COPY;
import static dev.sluice.review.impact.MysqlAlgorithm.SHARED_REBUILD;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.ObjectName;
import java.util.Optional;
import java.util.Set;

/** What clauses about the whole table cost, by the verb that the reader gives them. */
final class MysqlTableCosts {
  private static final Set<String> NOTED =
      Set.of("ALTER", "RENAME", "ADD", "DROP", "TRUNCATE", "EXCHANGE", "DISCARD", "IMPORT");
  private static final Set<String> OF_TABLES = Set.of("PARTITION", "COLUMN", "INDEX", "CONSTRAINT");

  /** They say how, not what. */
  private static final Set<String> WISHES = Set.of("ALGORITHM", "LOCK", "NOWAIT", "WAIT");

  /** They do nothing to InnoDB. */
  private static final Set<String> INSTANT = Set.of("DISABLE", "ENABLE", "WITH", "WITHOUT");

  private MysqlTableCosts() {}

  /** Empty for what touches no table. */
  static Optional<MysqlCost> of(OtherDdl ddl, Catalog catalog) {
    if (ddl.name().isEmpty()) {
      return Optional.empty();
    }
    ObjectName name = ddl.name().get();
    MysqlTable table = MysqlTable.of(name, catalog);
    return switch (ddl.verb()) {
      case "COPY" -> Optional.of(MysqlCost.of(table.copy()));
      case "CONVERT" -> Optional.of(convert(ddl, table));
      case "PARTITION" -> Optional.of(MysqlCost.of(COPY));
      case "REORGANIZE" -> Optional.of(MysqlCost.of(table.mariadb() ? COPY : SHARED_REBUILD));
      case "REBUILD", "OPTIMIZE" ->
          Optional.of(MysqlCost.of(table.otherEngine() ? table.copy() : table.rebuild()));
      case "LOCK" -> Optional.of(MysqlCost.of(SHARED_REBUILD));
      case "ALTER" -> WISHES.contains(ddl.detail().clause()) ? Optional.empty() : other(ddl, table);
      default -> other(ddl, table);
    };
  }

  private static Optional<MysqlCost> other(OtherDdl ddl, MysqlTable table) {
    return ofTable(ddl) ? Optional.of(note(ddl, table)) : Optional.empty();
  }

  private static MysqlCost note(OtherDdl ddl, MysqlTable table) {
    boolean instant =
        INSTANT.contains(ddl.detail().clause())
            || ddl.verb().equals("TRUNCATE")
            || ddl.objectType().equals("CONSTRAINT");
    return instant ? MysqlCost.NOTE : table.noted();
  }

  private static boolean ofTable(OtherDdl ddl) {
    boolean table = ddl.objectType().startsWith("TABLE") || OF_TABLES.contains(ddl.objectType());
    return NOTED.contains(ddl.verb()) && table;
  }

  /** What each column of text costs; no text, no work. */
  private static MysqlCost convert(OtherDdl ddl, MysqlTable table) {
    if (table.table().flatMap(Table::storage).isEmpty()) {
      return MysqlCost.of(table.copy());
    }
    String[] words = ddl.detail().clause().split(" ");
    String charset = MysqlLetters.canonical(words[0]);
    String collation = words.length > 1 ? words[1] : MysqlLetters.collationOf(charset, table);
    return table.table().stream()
        .flatMap(t -> t.columns().stream())
        .filter(c -> c.collation().isPresent())
        .map(c -> MysqlLetters.cost(c, collation, table))
        .reduce(table.noted(), MysqlCost::max);
  }
}
