package dev.sluice.review;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Index;
import dev.sluice.catalog.Relation;
import dev.sluice.catalog.SchemaContents;
import dev.sluice.catalog.ServerVersion;
import dev.sluice.catalog.Size;
import dev.sluice.catalog.Table;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.reader.SqlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A catalog as if read from a target, made by a script: its tables are there before the change.
 * Comments say what SQL cannot: {@code -- version: 15.4}, {@code -- rows: orders 120000000 38GB},
 * {@code -- partitioned: events}, {@code -- materialized: days} of a table that stands for a view,
 * {@code -- invalid: days_at} of an index.
 */
public final class SampleCatalog {
  private static final Pattern VERSION =
      Pattern.compile("(?m)^-- version: ((\\d+)\\.(\\d+)(?:\\.\\d+)?)");
  private static final Pattern ROWS =
      Pattern.compile("(?m)^-- rows: (\\w+) (\\d+) (\\d+)(kB|MB|GB)$");
  private static final Map<String, Integer> SHIFT = Map.of("kB", 10, "MB", 20, "GB", 30);

  private SampleCatalog() {}

  public static Catalog of(String sql, Dialect dialect) {
    String schema = dialect == Dialect.POSTGRESQL ? "public" : "main";
    ServerVersion version = version(sql);
    Catalog catalog = catalog(dialect, version, schema, List.of(), Map.of());
    Map<ObjectName, Relation> views = new HashMap<>();
    for (Action action : actions(sql, dialect)) {
      if (action instanceof Action.CreateView view) {
        views.put(ObjectName.of(schema, view.view().name()), Relation.VIEW);
      } else {
        catalog = catalog.after(action);
      }
    }
    List<Table> tables = catalog.tables().stream().map(t -> described(t, sql)).toList();
    tables.stream()
        .filter(t -> sql.contains("-- materialized: " + t.name().name() + "\n"))
        .forEach(t -> views.put(t.name(), Relation.MATERIALIZED_VIEW));
    return catalog(dialect, version, schema, tables, views);
  }

  private static Catalog catalog(
      Dialect dialect,
      ServerVersion version,
      String schema,
      List<Table> tables,
      Map<ObjectName, Relation> others) {
    return Catalog.of(
        dialect, version, new SchemaContents(Set.of(schema), List.of(schema), tables, others));
  }

  private static List<Action> actions(String sql, Dialect dialect) {
    return new SqlReader()
        .read(sql, dialect).statements().stream().flatMap(s -> s.actions().stream()).toList();
  }

  private static ServerVersion version(String sql) {
    Matcher matcher = VERSION.matcher(sql);
    if (!matcher.find()) {
      throw new IllegalArgumentException("a catalog script begins with -- version: <n>.<n>");
    }
    return new ServerVersion(
        Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), matcher.group(1));
  }

  private static Table described(Table table, String sql) {
    boolean partitioned = sql.contains("-- partitioned: " + table.name().name() + "\n");
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes().stream().map(i -> described(i, sql)).toList(),
        partitioned,
        false,
        size(table.name().name(), sql));
  }

  private static Index described(Index index, String sql) {
    boolean valid = !sql.contains("-- invalid: " + index.name() + "\n");
    return new Index(
        index.name(),
        index.columns(),
        index.unique(),
        index.primary(),
        valid,
        index.where(),
        index.kind());
  }

  private static Size size(String table, String sql) {
    Matcher matcher = ROWS.matcher(sql);
    while (matcher.find()) {
      if (matcher.group(1).equals(table)) {
        long bytes = Long.parseLong(matcher.group(3)) << SHIFT.getOrDefault(matcher.group(4), 0);
        long rows = Long.parseLong(matcher.group(2));
        return new Size(OptionalLong.of(rows), OptionalLong.of(bytes));
      }
    }
    return Size.UNKNOWN;
  }
}
