package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import java.util.List;
import java.util.Set;

/** Looks at the first words of a statement, leaving out those that do not change its kind. */
final class Words {
  private Words() {}

  /**
   * Whether the statement begins with CREATE, any of {@code optional}, then one of {@code kinds}.
   */
  static boolean creates(List<Token> statement, Set<String> optional, Set<String> kinds) {
    if (statement.isEmpty() || !statement.get(0).is("CREATE")) {
      return false;
    }
    for (Token token : statement.subList(1, statement.size())) {
      if (token.isOneOf(kinds)) {
        return true;
      }
      if (!token.isOneOf(optional)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the last of {@code tokens} is the word. */
  static boolean last(List<Token> tokens, String word) {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(word);
  }
}
