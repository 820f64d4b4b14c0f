package dev.sluice.sql.query;

import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a condition always comes to, whatever the row. */
public enum Truth {
  ALWAYS,
  NEVER,
  DEPENDS;

  private static final Set<String> OPERATORS = Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=");

  /**
   * @param neverNull whether a column, as it is written, has a value in every row
   */
  public static Truth of(Stretch condition, Predicate<Stretch> neverNull) {
    Stretch inner = condition.unwrapped();
    List<Stretch> either = inner.cut("OR");
    if (either.size() > 1) {
      return any(either.stream().map(part -> of(part, neverNull)).toList(), ALWAYS, NEVER);
    }
    List<Stretch> both = inner.cut("AND");
    if (both.size() > 1) {
      return any(both.stream().map(part -> of(part, neverNull)).toList(), NEVER, ALWAYS);
    }
    return inner.at(0, "NOT") ? not(of(inner.from(1), neverNull)) : term(inner, neverNull);
  }

  /** One such part decides; else all must be of the other sort. */
  private static Truth any(List<Truth> parts, Truth decisive, Truth other) {
    if (parts.contains(decisive)) {
      return decisive;
    }
    return parts.stream().allMatch(other::equals) ? other : DEPENDS;
  }

  private static Truth not(Truth truth) {
    return switch (truth) {
      case ALWAYS -> NEVER;
      case NEVER -> ALWAYS;
      case DEPENDS -> DEPENDS;
    };
  }

  private static Truth term(Stretch term, Predicate<Stretch> neverNull) {
    if (term.size() == 1) {
      return single(term.get(0));
    }
    int is = term.find(0, Set.of("IS"));
    if (is > 0 && neverNull.test(term.range(0, is))) {
      boolean not = term.at(is + 1, "NOT", "NULL") && is + 3 == term.size();
      boolean isNull = term.at(is + 1, "NULL") && is + 2 == term.size();
      return not ? ALWAYS : isNull ? NEVER : DEPENDS;
    }
    int operator = term.find(0, OPERATORS);
    return operator > 0 ? compared(term, operator) : DEPENDS;
  }

  private static Truth single(Token token) {
    if (token.is("TRUE") || token.is("FALSE")) {
      return of(token.is("TRUE"));
    }
    return token.kind() == Kind.NUMBER && token.text().matches("\\d+(\\.\\d*)?")
        ? of(new BigDecimal(token.text()).signum() != 0)
        : DEPENDS;
  }

  private static Truth compared(Stretch term, int operator) {
    Stretch left = term.range(0, operator).unwrapped();
    Stretch right = term.from(operator + 1).unwrapped();
    String sign = term.get(operator).text();
    if (left.size() == 1 && right.size() == 1 && literals(left.get(0), right.get(0))) {
      return of(holds(compare(left.get(0), right.get(0)), sign));
    }
    return isName(left) && same(left, right) ? of(holds(0, sign)) : DEPENDS;
  }

  private static boolean literals(Token left, Token right) {
    boolean numbers =
        left.kind() == Kind.NUMBER
            && right.kind() == Kind.NUMBER
            && (left.text() + right.text()).matches("[\\d.]+");
    return numbers || (left.kind() == Kind.STRING && right.kind() == Kind.STRING);
  }

  private static int compare(Token left, Token right) {
    return left.kind() == Kind.NUMBER
        ? new BigDecimal(left.text()).compareTo(new BigDecimal(right.text()))
        : left.text().compareTo(right.text());
  }

  private static boolean holds(int order, String sign) {
    return switch (sign) {
      case "=", "==" -> order == 0;
      case "<>", "!=" -> order != 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  private static boolean isName(Stretch side) {
    return side.size() % 2 == 1 && side.get(side.size() - 1).isName();
  }

  private static boolean same(Stretch left, Stretch right) {
    return left.size() == right.size()
        && IntStream.range(0, left.size())
            .allMatch(i -> left.get(i).text().equalsIgnoreCase(right.get(i).text()));
  }

  private static Truth of(boolean truth) {
    return truth ? ALWAYS : NEVER;
  }
}
