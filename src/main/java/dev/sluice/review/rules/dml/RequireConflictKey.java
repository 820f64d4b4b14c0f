package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An upsert needs one key by which it finds the row that is there. */
public final class RequireConflictKey extends RuleFor<Insert> {
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-conflict-key",
          Severity.ERROR,
          RuleInfo.ALL_ENGINES,
          "An upsert has one key to go by",
          new Explanation(
              "ON CONFLICT with columns or a constraint that no unique key of the table matches;"
                  + " as a warning, ON DUPLICATE KEY UPDATE on a table without unique key, or"
                  + " with several that the row could meet. New tables are exempt.",
              "PostgreSQL and SQLite refuse the statement; MySQL inserts every row again, or"
                  + " updates whichever row one of its keys meets first.",
              "Name the columns of a unique key, or create one."));

  public RequireConflictKey() {
    super(Insert.class, INFO);
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  protected Optional<Problem> problem(Insert insert, Scene scene) {
    Optional<InsertForm> form = InsertForm.of(Stretch.of(scene.statement(), insert.place()));
    Optional<Table> table = scene.table(insert.table()).filter(t -> !scene.isNew(insert.table()));
    Optional<Stretch> conflict = form.flatMap(InsertForm::conflict).filter(c -> !c.isEmpty());
    if (form.isEmpty() || table.isEmpty() || conflict.isEmpty() || !scene.catalog().read()) {
      return Optional.empty();
    }
    boolean mysql = RuleInfo.MYSQL_FAMILY.contains(scene.dialect());
    return mysql
        ? duplicate(insert, form.get(), table.get())
        : target(table.get(), conflict.get(), scene.dialect());
  }

  private static Optional<Problem> duplicate(Insert insert, InsertForm form, Table table) {
    List<UniqueKey> keys =
        UniqueKey.of(table).stream().filter(k -> mayMeet(k, insert, table)).toList();
    if (keys.size() == 1) {
      return Optional.empty();
    }
    String name = table.name().name();
    Message message =
        keys.isEmpty()
            ? Message.of("%s has no unique key that the row could meet", name)
            : Message.of("The row may meet any of the unique keys %s of %s", keys, name);
    return Optional.of(Problem.at(form.table(), message).as(Severity.WARNING));
  }

  /** A counter that the row leaves out gets a new number: nothing is there under it. */
  private static boolean mayMeet(UniqueKey key, Insert insert, Table table) {
    return insert.columns().isEmpty()
        || key.columns().stream()
            .allMatch(
                c ->
                    insert.columns().contains(c)
                        || table.column(c).filter(RequireConflictKey::hasOwnValue).isPresent());
  }

  private static boolean hasOwnValue(Column column) {
    return column.generation() != Generation.IDENTITY && column.defaultExpression().isPresent();
  }

  private static Optional<Problem> target(Table table, Stretch conflict, Dialect dialect) {
    if (conflict.at(0, "ON", "CONSTRAINT")) {
      String name = conflict.get(2).folded(dialect);
      boolean there = table.constraint(name).isPresent();
      return there
          ? Optional.empty()
          : Optional.of(
              Problem.at(
                  conflict.get(2).place(),
                  "Table %s has no constraint %s",
                  table.name().name(),
                  name));
    }
    Optional<Stretch> columns = conflict.parentheses(0);
    int behind = columns.isPresent() ? conflict.partner(0) + 1 : 0;
    if (columns.isEmpty() || conflict.at(behind, "WHERE") || !areNames(columns.get())) {
      return Optional.empty();
    }
    Set<String> wanted =
        columns.get().items().stream()
            .map(c -> c.get(0).folded(dialect))
            .collect(Collectors.toSet());
    boolean matched =
        UniqueKey.of(table).stream().anyMatch(k -> new HashSet<>(k.columns()).equals(wanted));
    return matched ? Optional.empty() : Optional.of(unmatched(table, columns.get()));
  }

  private static boolean areNames(Stretch columns) {
    return columns.items().stream().allMatch(c -> c.size() == 1 && c.get(0).isName());
  }

  private static Problem unmatched(Table table, Stretch columns) {
    Place place = columns.place();
    String names =
        columns.tokens().stream()
            .map(t -> t.is(",") ? ", " : t.text())
            .collect(Collectors.joining("", "(", ")"));
    List<UniqueKey> keys = UniqueKey.of(table);
    String name = table.name().name();
    return keys.isEmpty()
        ? Problem.at(place, "No unique key of %s is on %s", name, names)
        : Problem.at(place, "No unique key of %s is on %s; its keys are %s", name, names, keys);
  }
}
