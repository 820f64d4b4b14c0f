package dev.sluice.catalog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalog as lines of text, without what a server words in its own way: the text of expressions,
 * and sizes.
 */
final class CatalogText {
  private CatalogText() {}

  static String of(Catalog catalog) {
    Stream<String> views =
        catalog.relations().others().entrySet().stream()
            .filter(e -> e.getValue() != Relation.OTHER)
            .map(e -> e.getValue() + " " + e.getKey() + indexes(catalog, e.getKey().toString()));
    Stream<String> tables =
        catalog.tables().stream().filter(t -> !t.temporary()).map(CatalogText::table);
    return Stream.concat(tables, views).sorted().collect(Collectors.joining("\n"));
  }

  private static String indexes(Catalog catalog, String view) {
    return catalog.relations().tables().values().stream()
        .map(Entry::table)
        .filter(t -> t.name().toString().equals(view))
        .flatMap(t -> lines(t.indexes(), CatalogText::index))
        .collect(Collectors.joining());
  }

  private static String table(Table table) {
    return table.name()
        + Stream.of(
                table.columns().stream().map(c -> column(c)),
                lines(table.constraints(), CatalogText::constraint),
                lines(table.indexes(), CatalogText::index))
            .flatMap(s -> s)
            .collect(Collectors.joining());
  }

  private static <T> Stream<String> lines(
      List<T> parts, java.util.function.Function<T, String> text) {
    return parts.stream().map(text).sorted();
  }

  private static String column(Column c) {
    return "\n  "
        + c.name()
        + " "
        + c.type()
        + (c.nullable() ? "" : " not null")
        + (c.defaultExpression().isPresent() && !isGenerated(c) ? " default" : "")
        + " "
        + c.generation();
  }

  private static boolean isGenerated(Column c) {
    return switch (c.generation()) {
      case STORED, VIRTUAL -> true;
      case NONE, IDENTITY -> false;
    };
  }

  private static String constraint(Constraint c) {
    boolean check = c.kind() == Constraint.Kind.CHECK;
    return "\n  "
        + c.kind()
        + " "
        + c.name().orElse("-")
        + " "
        + (check ? c.columns().stream().sorted().toList() : c.columns())
        + c.references().map(r -> " to " + r.table() + r.columns()).orElse("")
        + (c.validated() ? "" : " not valid");
  }

  private static String index(Index i) {
    return "\n  index "
        + i.name()
        + i.columns().stream().map(c -> c.matches("\\w+") ? c : "<expression>").toList()
        + (i.unique() ? " unique" : "")
        + (i.primary() ? " primary" : "")
        + (i.valid() ? "" : " INVALID")
        + (i.where().isPresent() ? " where" : "");
  }
}
