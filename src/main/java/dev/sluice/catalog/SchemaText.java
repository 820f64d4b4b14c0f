package dev.sluice.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalog as text: each table and view begins a line, what belongs to it is indented. Not the
 * text of a {@link Snapshot}, which a server words.
 */
public final class SchemaText {
  private SchemaText() {}

  /** Sorted by name; without temporary tables, and without what was only heard of. */
  public static String of(Catalog catalog) {
    Stream<String> views =
        catalog.relations().others().entrySet().stream()
            .filter(e -> e.getValue() != Relation.OTHER)
            .map(e -> words(e.getValue()) + " " + e.getKey() + "\n");
    Stream<String> tables =
        catalog.tables().stream().filter(t -> !t.temporary()).map(SchemaText::table);
    return Stream.concat(tables, views).sorted().collect(Collectors.joining());
  }

  /** What the second has otherwise than the first, as unified text; empty where nothing. */
  public static String difference(Catalog before, Catalog after) {
    return SnapshotDiff.between(of(before), of(after));
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String table(Table table) {
    return "table "
        + table.name()
        + "\n"
        + table.columns().stream().map(SchemaText::column).collect(Collectors.joining())
        + table.constraints().stream()
            .map(SchemaText::constraint)
            .sorted()
            .collect(Collectors.joining())
        + table.indexes().stream()
            .filter(i -> !ofConstraint(i, table))
            .map(SchemaText::index)
            .sorted()
            .collect(Collectors.joining());
  }

  private static String column(Column column) {
    String value =
        column
            .defaultExpression()
            .map(d -> " " + (isGenerated(column) ? "as " : "default ") + d)
            .orElse("");
    String generation =
        switch (column.generation()) {
          case NONE -> "";
          case IDENTITY -> " counts by itself";
          case STORED, VIRTUAL -> " " + words(column.generation());
        };
    return "  "
        + column.name()
        + " "
        + column.type()
        + (column.nullable() ? "" : " not null")
        + value
        + generation
        + "\n";
  }

  private static boolean isGenerated(Column column) {
    return switch (column.generation()) {
      case STORED, VIRTUAL -> true;
      case NONE, IDENTITY -> false;
    };
  }

  private static String constraint(Constraint constraint) {
    return "  "
        + words(constraint.kind())
        + constraint.name().map(n -> " " + n).orElse("")
        + constraint
            .expression()
            .map(e -> " (" + e + ")")
            .orElseGet(() -> listed(constraint.columns()))
        + constraint
            .references()
            .map(r -> " references " + r.table() + listed(r.columns()))
            .orElse("")
        + (constraint.validated() ? "" : " not valid")
        + "\n";
  }

  private static String listed(List<String> columns) {
    return columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
  }

  /** Its constraint tells it already. */
  private static boolean ofConstraint(Index index, Table table) {
    return index.primary()
        || table.constraints().stream()
            .anyMatch(c -> c.kind() == Constraint.Kind.UNIQUE && c.isNamed(index.name()));
  }

  private static String index(Index index) {
    return "  "
        + (index.unique() ? "unique index " : "index ")
        + index.name()
        + listed(index.columns())
        + index.where().map(w -> " where " + w).orElse("")
        + (index.valid() ? "" : " invalid")
        + "\n";
  }
}
