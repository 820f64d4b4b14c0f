package dev.sluice.sql.action;

import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a condition leaves any row out; {@code 1 = 1} does not. */
final class Condition {
  private static final Set<String> WHERE = Set.of("WHERE");
  private static final Set<String> WHERE_ENDS = Set.of("RETURNING", "ORDER", "LIMIT");
  private static final Set<String> OUTER = Set.of("LEFT", "RIGHT", "FULL", "CROSS");
  private static final Set<String> JOIN = Set.of("JOIN");
  private static final Set<String> ON_OR_USING = Set.of("ON", "USING");
  private static final Set<String> ON_ENDS =
      Set.of("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", ",", "WHERE");

  private Condition() {}

  /** Whether a WHERE follows that may leave rows out. */
  static boolean restricts(Cursor c) {
    c.until(WHERE);
    return c.take("WHERE") && !alwaysTrue(c.until(WHERE_ENDS));
  }

  /** Whether MySQL's table list has an inner join that leaves rows out. */
  static boolean joins(Cursor tables) {
    boolean mysql =
        switch (tables.dialect) {
          case MYSQL, MARIADB -> true;
          case POSTGRESQL, SQLITE -> false;
        };
    while (mysql && !tables.done()) {
      boolean outer = outerJoin(tables);
      if (!tables.take("JOIN")) {
        return false;
      }
      tables.until(ON_OR_USING);
      boolean using = tables.take("USING");
      boolean on = tables.take("ON") && !alwaysTrue(tables.until(ON_ENDS));
      if (!outer && (using || on)) {
        return true;
      }
    }
    return false;
  }

  /** Moves before the next JOIN. */
  private static boolean outerJoin(Cursor tables) {
    Cursor before = tables.until(JOIN);
    return before.everyToken().anyMatch(token -> token.isOneOf(OUTER));
  }

  static boolean alwaysTrue(Cursor condition) {
    return alwaysTrue(condition.everyToken().toList());
  }

  private static boolean alwaysTrue(List<Token> written) {
    List<Token> tokens = unwrapped(written);
    List<List<Token>> either = cut(tokens, "OR");
    if (either.size() > 1) {
      return either.stream().anyMatch(Condition::alwaysTrue);
    }
    List<List<Token>> both = cut(tokens, "AND");
    if (both.size() > 1) {
      return both.stream().allMatch(Condition::alwaysTrue);
    }
    return isTrue(tokens);
  }

  private static boolean isTrue(List<Token> tokens) {
    if (tokens.size() == 1) {
      Token token = tokens.get(0);
      boolean number = token.kind() == Kind.NUMBER && !token.text().matches("0+(\\.0*)?");
      return token.is("TRUE") || number;
    }
    if (tokens.size() == 2 && tokens.get(0).is("NOT")) {
      return tokens.get(1).is("FALSE") || tokens.get(1).text().equals("0");
    }
    return tokens.size() == 3 && comparesEqual(tokens);
  }

  /** {@code 1 = 1}, {@code 'a' = 'a'}, {@code 1 <> 2}, {@code x = x}. */
  private static boolean comparesEqual(List<Token> tokens) {
    Token left = tokens.get(0);
    Token operator = tokens.get(1);
    Token right = tokens.get(2);
    boolean same = left.kind() == right.kind() && left.text().equalsIgnoreCase(right.text());
    boolean literals = left.kind() == right.kind() && isLiteral(left);
    if (operator.is("=") || operator.is("==") || operator.is(">=") || operator.is("<=")) {
      return same && left.kind() != Kind.PARAMETER;
    }
    return literals && !same && (operator.is("<>") || operator.is("!="));
  }

  private static boolean isLiteral(Token token) {
    return token.kind() == Kind.NUMBER || token.kind() == Kind.STRING;
  }

  private static List<Token> unwrapped(List<Token> tokens) {
    List<Token> inner = tokens;
    while (inner.size() > 2 && inner.get(0).is("(") && partner(inner) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private static int partner(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Cuts at a word outside parentheses, CASE and BETWEEN. */
  private static List<List<Token>> cut(List<Token> tokens, String word) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean between = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
      between |= token.is("BETWEEN");
      if (depth == 0 && token.is(word)) {
        if (!between || word.equals("OR")) {
          parts.add(tokens.subList(from, i));
          from = i + 1;
        }
        between = false;
      }
    }
    parts.add(tokens.subList(from, tokens.size()));
    return parts;
  }

  private static boolean opens(Token token) {
    return token.is("(") || token.is("CASE");
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("END");
  }
}
