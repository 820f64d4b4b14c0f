package dev.sluice.review.rules.query;

import dev.sluice.review.rule.Rewording;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the stars that stand for columns; read from tokens, so that no dialect is too new. */
final class Stars {
  /**
   * A star.
   *
   * @param table the only table it can stand for, as written; empty when there may be more
   */
  record Star(Place place, Optional<ObjectName> table) {}

  private static final Set<String> BEFORE = Set.of("SELECT", "DISTINCT", "ALL", ",");
  private static final Set<String> BEHIND_TABLE =
      Set.of("WHERE", "ORDER", "GROUP", "LIMIT", "FETCH", "OFFSET", "HAVING", ")");

  private final List<Token> tokens;

  private Stars(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Star> in(List<Token> tokens) {
    return new Stars(tokens).find();
  }

  private List<Star> find() {
    List<Star> stars = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (at(i, "SELECT") && !(at(i - 1, "(") && at(i - 2, "EXISTS"))) {
        selectList(i + 1, stars);
      }
    }
    return stars;
  }

  private void selectList(int from, List<Star> stars) {
    int depth = 0;
    for (int i = from; i < tokens.size() && depth >= 0; i++) {
      if (at(i, "(")) {
        depth++;
      } else if (at(i, ")")) {
        depth--;
      } else if (depth == 0 && (at(i, "FROM") || at(i, "INTO") || at(i, "UNION"))) {
        return;
      } else if (depth == 0 && at(i, "*") && standsForColumns(i)) {
        stars.add(
            new Star(tokens.get(i).place(), alone(i, from) ? table(i + 1) : Optional.empty()));
      }
    }
  }

  private boolean standsForColumns(int star) {
    return at(star - 1, ".") || BEFORE.stream().anyMatch(word -> at(star - 1, word));
  }

  /** {@code SELECT * FROM}, nothing else in the list. */
  private boolean alone(int star, int from) {
    return star == from && at(star + 1, "FROM");
  }

  private Optional<ObjectName> table(int from) {
    int last = from + 1;
    while (at(last + 1, ".")) {
      last += 2;
    }
    boolean name = last < tokens.size() && isName(tokens.get(last));
    boolean ends = last + 1 >= tokens.size() || endsAt(last + 1);
    if (!name || !ends) {
      return Optional.empty();
    }
    String table = Rewording.unquoted(tokens.get(last));
    return Optional.of(
        last > from + 1
            ? ObjectName.of(Rewording.unquoted(tokens.get(last - 2)), table)
            : ObjectName.of(table));
  }

  private boolean endsAt(int index) {
    return BEHIND_TABLE.stream().anyMatch(word -> at(index, word));
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_IDENTIFIER;
  }

  private boolean at(int index, String text) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
  }
}
