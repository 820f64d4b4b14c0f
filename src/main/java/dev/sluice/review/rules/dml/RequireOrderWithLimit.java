package dev.sluice.review.rules.dml;

import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Conditions;
import dev.sluice.sql.query.InsertForm;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** LIMIT takes any rows when nobody says which come first. */
public final class RequireOrderWithLimit implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-order-with-limit",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "LIMIT says which rows come first",
              new Explanation(
                  "UPDATE, DELETE or INSERT … SELECT with LIMIT and without ORDER BY. A condition"
                      + " that gives a unique key its value is exempt, and so are new tables.",
                  "Which rows are changed is left to chance: a replica, a second run or another"
                      + " environment changes others.",
                  "Order by the primary key."))
          .knownAs("bytebase STATEMENT_DISALLOW_LIMIT", "bytebase STATEMENT_DISALLOW_ORDER_BY");

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
    Stretch tokens = Stretch.of(scene.statement(), action.place());
    if (action instanceof Action.Update update) {
      return problem(tokens, Optional.of(update.table()), Message.of("Updates"), scene).stream()
          .toList();
    }
    if (action instanceof Action.Delete delete) {
      return problem(tokens, Optional.of(delete.table()), Message.of("Deletes"), scene).stream()
          .toList();
    }
    return action instanceof Action.Insert insert && insert.fromSelect()
        ? InsertForm.of(tokens)
            .flatMap(InsertForm::query)
            .flatMap(query -> problem(query, Optional.empty(), Message.of("Inserts"), scene))
            .stream()
            .toList()
        : List.of();
  }

  private static Optional<Problem> problem(
      Stretch tokens, Optional<ObjectName> name, Message verb, Scene scene) {
    int limit = tokens.find(0, Set.of("LIMIT"));
    boolean ordered = tokens.find(0, Set.of("ORDER")) >= 0;
    Optional<Table> table = name.flatMap(scene::table);
    boolean free = name.filter(scene::isNew).isPresent();
    if (limit < 0 || ordered || free || table.filter(t -> pinned(tokens, t, scene)).isPresent()) {
      return Optional.empty();
    }
    String rows = amount(tokens.get(limit + 1));
    Message any =
        name.map(n -> Message.of("%s any %s rows of %s", verb, rows, n))
            .orElseGet(() -> Message.of("%s any %s rows", verb, rows));
    Place place = tokens.range(limit, limit + 2).place();
    return Optional.of(
        Problem.at(place, "%s: LIMIT without ORDER BY", any)
            .withReplacement(table.flatMap(t -> ordered(t, tokens.get(limit), scene))));
  }

  private static String amount(Token token) {
    return token.kind() == Token.Kind.NUMBER ? token.text() : "";
  }

  private static Optional<Replacement> ordered(Table table, Token limit, Scene scene) {
    return table
        .primaryKey()
        .map(Constraint::columns)
        .filter(c -> !c.isEmpty())
        .map(
            columns ->
                columns.stream()
                    .map(c -> Rewording.quoted(c, scene.dialect()))
                    .collect(Collectors.joining(", ")))
        .map(columns -> new Replacement(limit.place(), "ORDER BY " + columns + " LIMIT"));
  }

  /** Whether the condition leaves one row at most. */
  private static boolean pinned(Stretch tokens, Table table, Scene scene) {
    List<String> equal =
        tokens
            .clause("WHERE", Conditions.ENDS)
            .map(c -> c.unwrapped().cut("AND"))
            .orElse(List.of())
            .stream()
            .filter(t -> t.size() > 2 && t.get(0).isName())
            .filter(t -> t.at(1, "=") || t.at(3, "="))
            .map(t -> t.get(t.at(1, "=") ? 0 : 2).folded(scene.dialect()))
            .toList();
    return UniqueKey.of(table).stream().anyMatch(k -> equal.containsAll(k.columns()));
  }
}
