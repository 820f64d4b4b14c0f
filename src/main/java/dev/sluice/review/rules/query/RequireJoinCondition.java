package dev.sluice.review.rules.query;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.Delete;
import dev.sluice.sql.Action.Insert;
import dev.sluice.sql.Action.Update;
import dev.sluice.sql.query.Conditions;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every row with every row. */
public final class RequireJoinCondition implements StatementRule {
  private static final Set<String> AFTER_JOIN =
      Set.of(
          "JOIN",
          "ON",
          "USING",
          "WHERE",
          "GROUP",
          "ORDER",
          "LIMIT",
          "SET",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "STRAIGHT_JOIN",
          "UNION",
          "RETURNING");
  private static final Set<String> LIST_ENDS =
      Set.of(
          "WHERE",
          "GROUP",
          "ORDER",
          "LIMIT",
          "HAVING",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "RETURNING",
          "SET",
          "WINDOW",
          "FETCH",
          "OFFSET",
          "FOR",
          "ON");
  private static final Set<String> COMPARISONS =
      Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "IN", "LIKE", "BETWEEN", "<=>", "@>", "&&");
  private static final RuleInfo INFO =
      new RuleInfo(
          "require-join-condition",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Joined tables have a condition",
          new Explanation(
              "JOIN without ON or USING, and tables in a FROM list that no condition connects, in"
                  + " UPDATE, DELETE, INSERT … SELECT and views; in a plain SELECT it is a note."
                  + " CROSS JOIN, NATURAL JOIN, functions and subqueries are exempt.",
              "Each row of one table meets each row of the other: far more rows than meant are"
                  + " read, stored or changed.",
              "Add the condition; write CROSS JOIN where every pair is meant."));

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
    boolean lasting = scene.statement().actions().stream().anyMatch(RequireJoinCondition::lasts);
    boolean query = scene.statement().actions().stream().anyMatch(Action.Select.class::isInstance);
    if (!lasting && !query) {
      return List.of();
    }
    Stretch tokens = Stretch.of(scene.statement());
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.at(i, "JOIN") && !tokens.at(i - 1, "CROSS") && !natural(tokens, i)) {
        join(tokens, i).ifPresent(problems::add);
      } else if (tokens.at(i, "FROM") && i > 0 && !tokens.at(0, "DELETE")) {
        list(tokens, i, scene).ifPresent(problems::add);
      }
    }
    return lasting ? problems : problems.stream().map(p -> p.as(Severity.INFO)).toList();
  }

  private static boolean lasts(Action action) {
    return action instanceof Update
        || action instanceof Delete
        || action instanceof Insert
        || action instanceof CreateView
        || action instanceof CreateTable;
  }

  private static boolean natural(Stretch tokens, int join) {
    return tokens.range(Math.max(0, join - 3), join).contains("NATURAL");
  }

  private static Optional<Problem> join(Stretch tokens, int join) {
    Stretch rest = tokens.from(join + 1);
    int next = rest.findOrEnd(0, AFTER_JOIN);
    int closing = rest.findOrEnd(0, Set.of(")"));
    boolean plain =
        rest.size() > 0 && rest.get(0).isName() && !rest.at(0, "LATERAL") && !rest.at(1, "(");
    boolean nested = closing > next && rest.isOneOf(next, Set.of("JOIN", "INNER", "LEFT", "RIGHT"));
    boolean conditioned = rest.at(next, "ON") || rest.at(next, "USING") || nestedOn(rest, next);
    return plain && !conditioned && !nested
        ? Optional.of(
            Problem.at(
                tokens.range(join, join + 2).place(),
                "JOIN %s has no condition",
                tokens.get(join + 1).text()))
        : Optional.empty();
  }

  /** {@code a JOIN b JOIN c ON … ON …}: the conditions may follow later. */
  private static boolean nestedOn(Stretch rest, int next) {
    int on = rest.find(next, Set.of("ON", "USING"));
    int where = rest.findOrEnd(next, Set.of("WHERE", "GROUP", "ORDER", ")"));
    return on >= 0 && on < where && rest.range(on + 1, where).find(0, Set.of("ON")) >= 0;
  }

  private static Optional<Problem> list(Stretch tokens, int from, Scene scene) {
    Stretch rest = tokens.from(from + 1);
    int end = Math.min(rest.findOrEnd(0, LIST_ENDS), closing(rest));
    List<Stretch> items = rest.range(0, end).items();
    boolean tables = items.size() > 1 && items.stream().allMatch(RequireJoinCondition::isTable);
    if (!tables || connected(rest, end)) {
      return Optional.empty();
    }
    String names =
        items.stream().map(i -> scene.text(i.get(0).place())).collect(Collectors.joining(", "));
    return Optional.of(Problem.at(rest.range(0, end).place(), "No condition connects %s", names));
  }

  private static int closing(Stretch rest) {
    return rest.findOrEnd(0, Set.of(")", ";"));
  }

  private static boolean isTable(Stretch item) {
    return !item.isEmpty()
        && item.get(0).isName()
        && !item.at(0, "LATERAL")
        && !item.contains("(")
        && !item.contains("JOIN");
  }

  /** Whether any comparison behind the list has a column on both sides. */
  private static boolean connected(Stretch rest, int end) {
    if (!rest.at(end, "WHERE")) {
      return false;
    }
    Stretch where =
        rest.range(
            end + 1, rest.findOrEnd(end + 1, Set.of("GROUP", "ORDER", "LIMIT", "UNION", ")")));
    return Conditions.terms(where).anyMatch(RequireJoinCondition::connects);
  }

  private static boolean connects(Stretch term) {
    int operator = term.find(0, COMPARISONS);
    return operator < 0 || (names(term.range(0, operator)) && names(term.from(operator + 1)));
  }

  private static boolean names(Stretch side) {
    return side.tokens().stream()
        .anyMatch(
            t -> t.isName() && !t.is("NULL") && !t.is("TRUE") && !t.is("FALSE") && !t.is("AND"));
  }
}
