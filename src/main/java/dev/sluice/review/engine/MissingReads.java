package dev.sluice.review.engine;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Conflict;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.ColumnReference;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.TableReference;
import dev.sluice.sql.query.UsedColumns;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tables and columns that the queries of a statement read and that are not there. */
final class MissingReads {
  /** What JSqlParser takes for a column where no column is meant. */
  private static final Set<String> WORDS =
      Set.of(
          "true",
          "false",
          "default",
          "user",
          "current_user",
          "session_user",
          "current_role",
          "current_catalog",
          "current_schema",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "sysdate",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "microsecond",
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "quarter",
          "year");

  private final Statement statement;
  private final Catalog catalog;
  private final List<TableReference> tables;

  private MissingReads(Statement statement, Catalog catalog) {
    this.statement = statement;
    this.catalog = catalog;
    this.tables = Queries.tables(statement, catalog.dialect());
  }

  static List<Conflict> of(Statement statement, Catalog catalog) {
    MissingReads reads = new MissingReads(statement, catalog);
    List<Conflict> missing =
        reads.tables.stream()
            .flatMap(t -> catalog.conflicts(t.place(), t.table()).stream())
            .toList();
    return missing.isEmpty() ? reads.columns() : missing;
  }

  /** Only where every table is known, since then a column is one of theirs or wrong. */
  private List<Conflict> columns() {
    boolean known = tables.stream().allMatch(t -> catalog.table(t.table()).isPresent());
    if (tables.isEmpty() || !known || statement.actions().stream().noneMatch(MissingReads::reads)) {
      return List.of();
    }
    return Queries.columns(statement, catalog.dialect())
        .filter(UsedColumns::ofTables)
        .map(used -> used.columns().stream().flatMap(c -> missing(c, used)).toList())
        .orElse(List.of());
  }

  private static boolean reads(Action action) {
    return action instanceof Action.Select
        || action instanceof Action.Insert
        || action instanceof Action.Update
        || action instanceof Action.Delete
        || action instanceof Action.CreateView;
  }

  private Stream<Conflict> missing(ColumnReference column, UsedColumns used) {
    List<ObjectName> owners =
        tables.stream()
            .filter(t -> mayOwn(t, column))
            .map(TableReference::table)
            .distinct()
            .toList();
    boolean columnForSure =
        column.qualifier().isPresent()
            || !(used.outputs().contains(column.column()) || isOther(column));
    return columnForSure
        ? catalog.conflicts(column.place(), owners, column.column()).stream()
        : Stream.empty();
  }

  private static boolean mayOwn(TableReference table, ColumnReference column) {
    return column.qualifier().isEmpty() || column.qualifier().get().equals(name(table));
  }

  private static String name(TableReference table) {
    return table.alias().orElse(table.table().name());
  }

  /** A keyword, a whole row, or what SQLite takes for a string when there is no such column. */
  private boolean isOther(ColumnReference column) {
    int at = column.place().offset() - statement.place().offset();
    boolean string = catalog.dialect() == Dialect.SQLITE && statement.text().charAt(at) == '"';
    return string
        || WORDS.contains(column.column().toLowerCase(Locale.ROOT))
        || tables.stream().anyMatch(t -> name(t).equals(column.column()));
  }
}
