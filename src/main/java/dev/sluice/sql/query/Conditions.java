package dev.sluice.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a statement compares: WHERE, ON, HAVING and WHEN, at any depth. */
public final class Conditions {
  private static final Set<String> BEGINS = Set.of("WHERE", "HAVING", "WHEN");
  private static final Set<String> JOINS = Set.of("JOIN", "STRAIGHT_JOIN", "USING");
  private static final Set<String> NOT_A_JOIN =
      Set.of("CONFLICT", "DUPLICATE", "DELETE", "UPDATE", "COMMIT");

  /** What ends a WHERE and its like. */
  public static final Set<String> ENDS =
      Set.of(
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "RETURNING",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "WINDOW",
          "ON",
          "THEN",
          "WHEN",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "SET",
          "STRAIGHT_JOIN",
          ";",
          ")",
          "END");

  private Conditions() {}

  /** Each condition as a whole; those of subqueries stand beside the ones around them. */
  public static List<Stretch> in(Stretch statement) {
    List<Stretch> conditions = new ArrayList<>();
    for (int i = 0; i < statement.size(); i++) {
      if (begins(statement, i)) {
        Stretch condition = statement.range(i + 1, end(statement, i + 1));
        if (!condition.isEmpty()) {
          conditions.add(condition);
        }
      }
    }
    return conditions;
  }

  /** The comparisons that a condition is made of: cut at AND and OR, without parentheses. */
  public static Stream<Stretch> terms(Stretch condition) {
    Stretch inner = condition.unwrapped();
    if (inner.at(0, "NOT") && !inner.at(1, "EXISTS")) {
      return terms(inner.from(1));
    }
    for (String word : List.of("OR", "AND")) {
      List<Stretch> parts = inner.cut(word);
      if (parts.size() > 1) {
        return parts.stream().flatMap(Conditions::terms);
      }
    }
    return inner.isEmpty() ? Stream.empty() : Stream.of(inner);
  }

  /** All comparisons of the statement. */
  public static List<Stretch> allTerms(Stretch statement) {
    return in(statement).stream().flatMap(Conditions::terms).toList();
  }

  private static boolean begins(Stretch statement, int i) {
    if (statement.isOneOf(i, BEGINS)) {
      return true;
    }
    return statement.at(i, "ON")
        && !statement.isOneOf(i + 1, NOT_A_JOIN)
        && statement.range(0, i).tokens().stream().anyMatch(t -> t.isOneOf(JOINS));
  }

  /** CASE … END within a condition belongs to it. */
  private static int end(Stretch statement, int from) {
    int depth = 0;
    for (int i = from; i < statement.size(); i++) {
      boolean opens = Stretch.opens(statement.get(i));
      boolean closes = Stretch.closes(statement.get(i));
      if (depth == 0 && !opens && (closes || ends(statement, i))) {
        return i;
      }
      depth += opens ? 1 : closes ? -1 : 0;
    }
    return statement.size();
  }

  /** LEFT and RIGHT are also functions. */
  private static boolean ends(Stretch statement, int i) {
    return statement.isOneOf(i, ENDS) && !statement.at(i + 1, "(");
  }
}
