package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A row that cannot be stored. */
public final class RequireMatchingValues implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-matching-values",
          Severity.ERROR,
          RuleInfo.ALL_ENGINES,
          "INSERT gives each column its value",
          new Explanation(
              "INSERT … VALUES with more or fewer values than columns, with NULL for a column"
                  + " that takes none, or without a value for a column that takes no NULL and"
                  + " has no default.",
              "The deployment stops at this statement.",
              "Give each column its value."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (!(action instanceof Action.Insert insert)) {
      return List.of();
    }
    Optional<InsertForm> form = InsertForm.of(Stretch.of(scene.statement(), insert.place()));
    Optional<Table> table = scene.table(insert.table()).filter(t -> !t.columns().isEmpty());
    if (form.isEmpty() || form.get().rows().isEmpty()) {
      return List.of();
    }
    List<Problem> counts = wrongCounts(insert, form.get(), table, scene);
    return counts.isEmpty()
        ? table.map(t -> nulls(form.get(), t, scene)).orElse(List.of())
        : counts;
  }

  private static List<Problem> wrongCounts(
      Action.Insert insert, InsertForm form, Optional<Table> table, Scene scene) {
    int named = form.columns().size();
    int expected = named > 0 ? named : table.map(t -> t.columns().size()).orElse(0);
    if (expected == 0) {
      return List.of();
    }
    boolean fewerAllowed = named == 0 && scene.dialect() == Dialect.POSTGRESQL;
    return form.rows().stream()
        .filter(row -> !row.isEmpty())
        .filter(
            row -> fewerAllowed ? row.items().size() > expected : row.items().size() != expected)
        .limit(1)
        .map(
            row ->
                Problem.at(
                    row.place(),
                    "%s for %s of %s",
                    values(row.items().size()),
                    columns(expected),
                    insert.table()))
        .toList();
  }

  private static List<Problem> nulls(InsertForm form, Table table, Scene scene) {
    List<Column> columns = columns(form, table, scene.dialect());
    List<Problem> problems = new ArrayList<>();
    for (Stretch row : form.rows()) {
      List<Stretch> values = row.isEmpty() ? List.of() : row.items();
      for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
        if (values.get(i).size() == 1
            && values.get(i).at(0, "NULL")
            && refusesNull(columns.get(i), table, scene.dialect())) {
          String name = table.name().name() + "." + columns.get(i).name();
          problems.add(Problem.at(values.get(i).place(), "NULL for %s, which is NOT NULL", name));
        }
      }
    }
    if (problems.isEmpty() && form.conflict().isEmpty()) {
      missing(columns, table, scene.dialect())
          .map(c -> table.name().name() + "." + c.name())
          .forEach(
              name ->
                  problems.add(
                      Problem.at(
                          form.table(),
                          "No value for %s, which is NOT NULL and has no default",
                          name)));
    }
    return problems;
  }

  /** In the order of the values; unknown names end the list. */
  private static List<Column> columns(InsertForm form, Table table, Dialect dialect) {
    return form.columns().isEmpty()
        ? table.columns()
        : form.columns().stream()
            .map(c -> table.column(InsertForm.name(c).folded(dialect)))
            .takeWhile(Optional::isPresent)
            .flatMap(Optional::stream)
            .toList();
  }

  private static Stream<Column> missing(List<Column> given, Table table, Dialect dialect) {
    return table.columns().stream()
        .filter(c -> !given.contains(c))
        .filter(c -> refusesNull(c, table, dialect))
        .filter(c -> c.defaultExpression().isEmpty() && c.generation() == Generation.NONE);
  }

  /** MySQL and SQLite make up a number where a counter gets NULL; a key's column is not told. */
  private static boolean refusesNull(Column column, Table table, Dialect dialect) {
    boolean counter = dialect != Dialect.POSTGRESQL && column.generation() == Generation.IDENTITY;
    boolean timestamp = dialect == Dialect.MARIADB && column.type().name().equals("timestamp");
    boolean sqliteKey =
        dialect == Dialect.SQLITE
            && table.primaryKey().filter(k -> k.columns().contains(column.name())).isPresent();
    return !column.nullable() && !counter && !timestamp && !sqliteKey;
  }

  private static Message values(int count) {
    return count == 1 ? Message.of("1 value") : Message.of("%s values", count);
  }

  private static Message columns(int count) {
    return count == 1 ? Message.of("1 column") : Message.of("%s columns", count);
  }
}
