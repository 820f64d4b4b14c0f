package dev.sluice.sql;

import java.util.List;

/** Looks for keywords that follow each other; never finds one in a string or a quoted name. */
public final class Shapes {
  private Shapes() {}

  public static boolean starts(List<Token> tokens, String... words) {
    return isAt(tokens, 0, words);
  }

  /** Whether the words stand somewhere, one behind the other. */
  public static boolean contains(List<Token> tokens, String... words) {
    for (int i = 0; i < tokens.size(); i++) {
      if (isAt(tokens, i, words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(List<Token> tokens, int from, String... words) {
    if (tokens.size() < from + words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(from + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }
}
