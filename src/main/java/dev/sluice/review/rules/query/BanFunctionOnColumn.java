package dev.sluice.review.rules.query;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An index knows the column, not what a function makes of it. */
public final class BanFunctionOnColumn implements ActionRule {
  private static final Set<String> OPERATORS =
      Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "IN", "LIKE", "BETWEEN", "IS");
  private static final Set<String> CALCULATIONS = Set.of("+", "-", "*", "/", "%", "||", "::");
  private static final Set<String> QUERIES = Set.of("SELECT", "EXISTS", "CASE");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-function-on-column",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Conditions leave indexed columns as they are",
              new Explanation(
                  "UPDATE or DELETE whose WHERE compares a function, a cast or a calculation over a"
                      + " column that an index begins with. An index on the same expression, and"
                      + " new tables, are exempt.",
                  "The index is not used: the whole table is read, and MySQL locks every row that"
                      + " it reads.",
                  "Compare the column itself, with a range where it was cut to a day or month; or"
                      + " create an index on the expression."))
          .infoOnSmallTables()
          .knownAs("bytebase STATEMENT_WHERE_DISALLOW_FUNCTIONS_AND_CALCULATIONS");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Optional<ObjectName> table = changed(action).filter(t -> !scene.isNew(t));
    if (table.isEmpty() || scene.table(table.get()).isEmpty()) {
      return List.of();
    }
    ColumnScope scope = ColumnScope.of(scene);
    Stretch tokens = Stretch.of(scene.statement(), action.place());
    return Where.condition(tokens).stream()
        .flatMap(Conditions::terms)
        .flatMap(t -> problem(t, scope, scene).stream())
        .toList();
  }

  private static Optional<ObjectName> changed(Action action) {
    if (action instanceof Update update) {
      return Optional.of(update.table());
    }
    return action instanceof Delete delete ? Optional.of(delete.table()) : Optional.empty();
  }

  private static Optional<Problem> problem(Stretch term, ColumnScope scope, Scene scene) {
    int operator = term.find(0, OPERATORS);
    if (operator < 1) {
      return Optional.empty();
    }
    Stretch left =
        term.range(0, term.at(operator - 1, "NOT") ? operator - 1 : operator).unwrapped();
    Stretch right = term.from(operator + 1).unwrapped();
    return side(left, scope, scene).or(() -> side(right, scope, scene));
  }

  private static Optional<Problem> side(Stretch side, ColumnScope scope, Scene scene) {
    boolean calculates = side.find(0, CALCULATIONS) > 0;
    boolean call =
        side.size() > 3
            && side.get(0).isName()
            && side.at(side.size() - 1, ")")
            && side.indexOf("(") < 4;
    boolean query = side.tokens().stream().anyMatch(t -> t.isOneOf(QUERIES));
    if (query || !(calculates || call)) {
      return Optional.empty();
    }
    return columns(side, scope).stream()
        .filter(k -> leads(k) && !indexed(side, k.table(), scene))
        .findFirst()
        .map(
            k ->
                Problem.at(
                        side.place(),
                        "%s keeps the index on %s of %s (%s) from being used",
                        scene.text(side.place()),
                        k.column().name(),
                        k.table().name().name(),
                        scene.size(k.table().name()))
                    .sized(scene.size(k.table().name())));
  }

  private static List<ColumnScope.Known> columns(Stretch side, ColumnScope scope) {
    List<ColumnScope.Known> columns = new ArrayList<>();
    for (int i = 0; i < side.size(); i++) {
      boolean name = side.get(i).isName() && !side.at(i + 1, "(") && !side.at(i + 1, ".");
      if (name) {
        boolean qualified = side.at(i - 1, ".") && i > 1;
        scope.column(side.range(qualified ? i - 2 : i, i + 1)).ifPresent(columns::add);
      }
    }
    return columns;
  }

  private static boolean leads(ColumnScope.Known known) {
    String column = known.column().name();
    boolean key =
        known.table().primaryKey().filter(k -> k.columns().indexOf(column) == 0).isPresent();
    return key || known.table().indexes().stream().anyMatch(i -> i.columns().indexOf(column) == 0);
  }

  /** Whether an index is on the expression, or on one that is written nearly like it. */
  private static boolean indexed(Stretch side, Table table, Scene scene) {
    String plain = plain(scene.text(side.place()));
    return table.indexes().stream()
        .flatMap(i -> i.columns().stream())
        .map(BanFunctionOnColumn::plain)
        .anyMatch(c -> c.equals(plain) || (c.contains("(") && plain.contains(c)));
  }

  private static String plain(String expression) {
    return expression.replaceAll("[\\s`\"]|\\b\\w+\\.|::\\w+", "").toLowerCase(Locale.ROOT);
  }
}
