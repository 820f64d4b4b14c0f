package dev.sluice.review.rules.query;

import dev.sluice.catalog.Column;
import dev.sluice.catalog.Table;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.ColumnScope;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.query.Conditions;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.query.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows that are changed have to be found. */
public final class RequireIndexedWhere implements ActionRule {
  private static final Set<String> OPERATORS =
      Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "IN", "LIKE", "BETWEEN", "IS", "<=>");
  private static final List<String> OTHERS = List.of("JOIN", "USING", "SELECT", "LIMIT");
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-indexed-where",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Changes find their rows by an index",
              new Explanation(
                  "UPDATE or DELETE of one table whose WHERE only compares columns that no index"
                      + " begins with. New tables are exempt, and conditions with subqueries,"
                      + " functions or joins are not judged. Where the target itself said how it"
                      + " finds the rows, ban-full-scan tells it.",
                  "The whole table is read; MySQL locks every row that it reads, also those that do"
                      + " not match, until the commit.",
                  "Add a condition on an indexed column, create an index first, or write -- sluice:"
                      + " batch on the line before it: Sluice walks along the primary key."))
          .infoOnSmallTables();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (scene.affected().isPresent()) {
      return List.of(); // the target's own plan knows better: ban-full-scan
    }
    if (action instanceof Update update) {
      return problem(action, update.table(), "UPDATE", scene).stream().toList();
    }
    return action instanceof Delete delete
        ? problem(action, delete.table(), "DELETE", scene).stream().toList()
        : List.of();
  }

  private static Optional<Problem> problem(
      Action action, ObjectName name, String verb, Scene scene) {
    Stretch tokens = Stretch.of(scene.statement(), action.place());
    Optional<Table> table =
        scene.table(name).filter(t -> !scene.isNew(name) && !t.columns().isEmpty());
    Optional<Stretch> where = Where.condition(tokens);
    boolean judged = scene.catalog().read() && OTHERS.stream().noneMatch(tokens::contains);
    boolean several = action instanceof Update && tokens.find(0, Set.of("FROM")) > 0;
    if (table.isEmpty()
        || where.isEmpty()
        || !judged
        || several
        || Where.of(action, scene) != Truth.DEPENDS) {
      return Optional.empty();
    }
    ColumnScope scope = ColumnScope.of(scene);
    List<Optional<Column>> columns =
        Conditions.terms(where.get()).map(t -> column(t, scope)).toList();
    boolean found = columns.stream().anyMatch(c -> c.isEmpty() || leads(c.get(), table.get()));
    if (found) {
      return Optional.empty();
    }
    String names =
        columns.stream()
            .flatMap(Optional::stream)
            .map(Column::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(
        Problem.at(
                where.get().place(),
                "%s reads all of %s: no index begins with %s",
                verb,
                scene.sized(name),
                names)
            .sized(scene.size(name)));
  }

  /** The column of {@code column operator value}; empty for whatever else it is. */
  private static Optional<Column> column(Stretch term, ColumnScope scope) {
    int operator = term.find(0, OPERATORS);
    if (operator < 1 || term.from(operator).contains("ANY")) {
      return Optional.empty();
    }
    Stretch left = term.range(0, term.at(operator - 1, "NOT") ? operator - 1 : operator);
    return scope.column(left).map(ColumnScope.Known::column);
  }

  private static boolean leads(Column column, Table table) {
    boolean key =
        table.primaryKey().filter(k -> k.columns().indexOf(column.name()) == 0).isPresent();
    return key
        || table.indexes().stream()
            .anyMatch(i -> i.columns().get(0).toLowerCase(Locale.ROOT).contains(column.name()));
  }
}
