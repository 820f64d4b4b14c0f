package dev.sluice.review.rules.dml;

import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ColumnScope;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Conditions;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nothing equals NULL, not even NULL. */
public final class BanNullComparison implements StatementRule {
  private static final Set<String> EQUAL = Set.of("=", "==");
  private static final Set<String> OPERATORS = Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=");
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-null-comparison",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "NULL is asked for with IS NULL",
              new Explanation(
                  "= NULL, <> NULL and their like in a condition, NULL in the list of a NOT IN, and"
                      + " as a warning NOT IN over a column that may be NULL. Assignments and"
                      + " MySQL's <=> are exempt.",
                  "The comparison is never true: the condition leaves out every row.",
                  "Write IS NULL or IS NOT NULL; take NULL out of the list."))
          .knownAs("bytebase STATEMENT_WHERE_NO_EQUAL_NULL");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean looksIntoRoutines() {
    return true;
  }

  @Override
  public List<Problem> check(Scene scene) {
    List<Problem> problems = new ArrayList<>();
    ColumnScope scope = ColumnScope.of(scene);
    for (Stretch term : Conditions.allTerms(Stretch.of(scene.statement()))) {
      comparison(term, scene)
          .or(() -> list(term, scene))
          .or(() -> query(term, scope))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> comparison(Stretch term, Scene scene) {
    int at = term.find(0, OPERATORS);
    int last = term.size() - 1;
    if (at == last - 1 && at > 0 && term.at(last, "NULL")) {
      return Optional.of(told(term, scene, term.range(at, at + 2).place(), at));
    }
    boolean first = at == 1 && last > 1 && term.at(0, "NULL");
    return first
        ? Optional.of(Problem.at(term.place(), message(term.place(), scene)))
        : Optional.empty();
  }

  private static Problem told(Stretch term, Scene scene, Place wrong, int operator) {
    Problem problem = Problem.at(wrong, message(term.place(), scene));
    boolean equal = term.isOneOf(operator, EQUAL);
    boolean unequal = term.at(operator, "<>") || term.at(operator, "!=");
    return equal || unequal
        ? problem.withReplacement(
            Optional.of(new Replacement(wrong, equal ? "IS NULL" : "IS NOT NULL")))
        : problem;
  }

  private static Message message(Place term, Scene scene) {
    return Message.of("%s is never true", scene.text(term));
  }

  private static Optional<Problem> list(Stretch term, Scene scene) {
    int in = term.find(0, Set.of("IN"));
    if (in < 1 || !term.at(in - 1, "NOT") || !term.at(in + 1, "(")) {
      return Optional.empty();
    }
    List<Stretch> items = term.parentheses(in + 1).map(Stretch::items).orElse(List.of());
    return items.stream()
        .filter(i -> i.size() == 1 && i.at(0, "NULL"))
        .findFirst()
        .map(i -> Problem.at(i.place(), "NOT IN with NULL in its list is never true"))
        .map(p -> p.withReplacement(without(items, scene)));
  }

  /** The list without its NULLs, as one stretch from the first to the last item. */
  private static Optional<Replacement> without(List<Stretch> items, Scene scene) {
    List<String> kept =
        items.stream()
            .filter(i -> !(i.size() == 1 && i.at(0, "NULL")))
            .map(i -> scene.text(i.place()))
            .toList();
    Place all = items.get(0).place().to(items.get(items.size() - 1).place());
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Replacement(all, String.join(", ", kept)));
  }

  /** {@code NOT IN (SELECT column …)} of a column that may be NULL. */
  private static Optional<Problem> query(Stretch term, ColumnScope scope) {
    int in = term.find(0, Set.of("IN"));
    Optional<Stretch> query =
        in < 1 || !term.at(in - 1, "NOT") ? Optional.empty() : term.parentheses(in + 1);
    int from = query.map(q -> q.find(0, Set.of("FROM"))).orElse(-1);
    if (from < 2 || query.get().contains("NOT", "NULL")) {
      return Optional.empty();
    }
    Stretch selected = query.get().range(query.get().at(1, "DISTINCT") ? 2 : 1, from);
    return scope
        .column(selected)
        .filter(k -> k.column().nullable())
        .map(
            k ->
                Problem.at(
                        selected.place(),
                        "NOT IN is never true once a row of %s has no %s",
                        k.table().name().name(),
                        k.column().name())
                    .as(Severity.WARNING));
  }
}
