package dev.sluice.sql.query;

import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds the stars of select lists among multiplications and {@code count(*)}. */
final class StarFinder {
  private static final Set<String> LIST_ENDS =
      Set.of("FROM", "INTO", "WHERE", "UNION", "EXCEPT", "INTERSECT", "GROUP", "ORDER", "LIMIT");
  private static final Set<String> BEFORE = Set.of("SELECT", "DISTINCT", "ALL", ",", ".");

  private StarFinder() {}

  /** Where we are within one pair of parentheses. */
  private static final class Level {
    final boolean exists;
    boolean inSelectList;

    Level(boolean exists) {
      this.exists = exists;
    }
  }

  static List<Place> stars(List<Token> tokens) {
    List<Place> places = new ArrayList<>();
    Deque<Level> levels = new ArrayDeque<>();
    levels.push(new Level(false));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        levels.push(new Level(i > 0 && tokens.get(i - 1).is("EXISTS")));
      } else if (token.is(")") && levels.size() > 1) {
        levels.pop();
      } else if (token.is("SELECT")) {
        levels.element().inSelectList = true;
      } else if (token.isOneOf(LIST_ENDS)) {
        levels.element().inSelectList = false;
      } else if (token.is("*") && counts(levels.element()) && isWhole(tokens, i)) {
        places.add(place(tokens, i));
      }
    }
    return places;
  }

  private static boolean counts(Level level) {
    return level.inSelectList && !level.exists;
  }

  private static boolean isWhole(List<Token> tokens, int star) {
    Token before = tokens.get(star - 1);
    boolean behindDistinctOn = before.is(")") && endsDistinctOn(tokens, star - 1);
    return before.isOneOf(BEFORE) || behindDistinctOn;
  }

  private static boolean endsDistinctOn(List<Token> tokens, int close) {
    int depth = 0;
    for (int i = close; i > 1; i--) {
      depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
      if (depth == 0) {
        return tokens.get(i - 1).is("ON") && tokens.get(i - 2).is("DISTINCT");
      }
    }
    return false;
  }

  private static Place place(List<Token> tokens, int star) {
    int from = star;
    while (from > 1 && tokens.get(from - 1).is(".")) {
      from -= 2;
    }
    return tokens.get(from).place().to(tokens.get(star).place());
  }
}
