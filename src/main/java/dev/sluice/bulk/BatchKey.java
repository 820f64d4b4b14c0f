package dev.sluice.bulk;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns along which a table is walked, in the order of an index. Values that are not unique
 * only make a batch longer: a value is never torn in two.
 */
public final class BatchKey {
  private final List<String> columns;
  private final List<KeyText> texts;
  private final Dialect dialect;

  private BatchKey(List<String> columns, List<KeyText> texts, Dialect dialect) {
    this.columns = List.copyOf(columns);
    this.texts = List.copyOf(texts);
    this.dialect = dialect;
  }

  /** Either of the two is there. */
  public record Choice(Optional<BatchKey> key, Optional<NotSplittable> reason) {
    static Choice not(NotSplittable reason) {
      return new Choice(Optional.empty(), Optional.of(reason));
    }
  }

  /**
   * @param wanted the columns that the author names; empty for the primary key
   * @param set the columns that the statement sets, folded
   */
  public static Choice of(Table table, List<String> wanted, List<String> set, Dialect dialect) {
    List<String> names =
        wanted.isEmpty()
            ? table.primaryKey().map(Constraint::columns).orElse(List.of())
            : wanted.stream().map(c -> named(c, table, dialect)).toList();
    if (names.isEmpty()) {
      return Choice.not(NotSplittable.NO_KEY);
    }
    List<Column> columns = names.stream().flatMap(c -> table.column(c).stream()).toList();
    if (columns.size() < names.size()) {
      return Choice.not(NotSplittable.KEY_MISSING);
    }
    if (!wanted.isEmpty()
        && table.indexes().stream().noneMatch(i -> begins(i, names))
        && !table.primaryKey().map(k -> starts(k.columns(), names)).orElse(false)) {
      return Choice.not(NotSplittable.KEY_NOT_INDEXED);
    }
    if (columns.stream().anyMatch(c -> c.nullable() && !rowid(table, names, c))) {
      return Choice.not(NotSplittable.KEY_NULLABLE);
    }
    if (names.stream().anyMatch(set::contains)) {
      return Choice.not(NotSplittable.KEY_CHANGED);
    }
    List<KeyText> texts = columns.stream().flatMap(c -> KeyText.of(c, dialect).stream()).toList();
    return texts.size() < columns.size()
        ? Choice.not(NotSplittable.KEY_TYPE)
        : new Choice(Optional.of(new BatchKey(names, texts, dialect)), Optional.empty());
  }

  private static String named(String column, Table table, Dialect dialect) {
    String plain = column.replaceAll("^[\"`](.*)[\"`]$", "$1");
    return table.column(plain).isPresent() ? plain : dialect.fold(plain, false);
  }

  private static boolean begins(Index index, List<String> names) {
    return index.valid() && index.where().isEmpty() && starts(index.columns(), names);
  }

  private static boolean starts(List<String> columns, List<String> names) {
    return columns.size() >= names.size() && columns.subList(0, names.size()).equals(names);
  }

  /** SQLite's INTEGER PRIMARY KEY is never NULL, though nobody says NOT NULL. */
  private static boolean rowid(Table table, List<String> names, Column column) {
    return names.size() == 1
        && column.type().name().equals("integer")
        && table.primaryKey().map(k -> k.columns().equals(names)).orElse(false);
  }

  public List<String> columns() {
    return columns;
  }

  /**
   * A query for the key of a row, by its columns as text. They have names of their own: ORDER BY
   * prefers what is selected, and text has another order.
   */
  String select(String table, Optional<String> range, boolean last, int skip) {
    return "select "
        + each(i -> texts.get(i).read(quoted(i)) + " as sluice_key_" + i)
        + " from "
        + table
        + range.map(r -> " where " + r).orElse("")
        + " order by "
        + each(i -> quoted(i) + (last ? " desc" : ""))
        + " limit 1"
        + (skip > 0 ? " offset " + skip : "");
  }

  /** A condition: behind {@code lower}, up to and with {@code upper}. */
  String range(Optional<List<String>> lower, List<String> upper) {
    String below = compare("<", "<=", upper);
    return lower.map(l -> compare(">", ">", l) + " and " + below).orElse(below);
  }

  /**
   * Row by row where the engine walks an index for it; MySQL does so only for what it means,
   * written out (manual, "Range Optimization of Row Constructor Expressions").
   */
  private String compare(String strictly, String atLast, List<String> values) {
    if (columns.size() == 1) {
      return quoted(0) + " " + atLast + " " + literal(0, values);
    }
    if (dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE) {
      return "(" + each(this::quoted) + ") " + atLast + " (" + each(i -> literal(i, values)) + ")";
    }
    List<String> ways = new ArrayList<>();
    for (int depth = 0; depth < columns.size(); depth++) {
      String sign = depth == columns.size() - 1 ? atLast : strictly;
      String same =
          IntStream.range(0, depth)
              .mapToObj(i -> quoted(i) + " = " + literal(i, values) + " and ")
              .collect(Collectors.joining());
      ways.add("(" + same + quoted(depth) + " " + sign + " " + literal(depth, values) + ")");
    }
    return "(" + String.join(" or ", ways) + ")";
  }

  private String literal(int index, List<String> values) {
    return texts.get(index).literal(values.get(index));
  }

  private String quoted(int index) {
    return quoted(columns.get(index), dialect);
  }

  private static String quoted(String name, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL, SQLITE -> '"' + name.replace("\"", "\"\"") + '"';
      case MYSQL, MARIADB -> '`' + name.replace("`", "``") + '`';
    };
  }

  private String each(IntFunction<String> text) {
    return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining(", "));
  }
}
