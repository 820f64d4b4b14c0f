package dev.sluice.review.rules.query;

import dev.sluice.review.rule.Rewording;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which table a star stands for, where it can only be one. */
final class Stars {
  private static final Set<String> BEHIND_TABLE =
      Set.of("WHERE", "ORDER", "GROUP", "LIMIT", "FETCH", "OFFSET", "HAVING", ")");

  private final List<Token> tokens;

  private Stars(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The table, as written, of {@code SELECT * FROM table} and nothing more. */
  static Optional<ObjectName> onlyTable(Statement statement, Place star) {
    List<Token> tokens = statement.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).place().offset() == star.offset()) {
        return new Stars(tokens).onlyTable(i);
      }
    }
    return Optional.empty();
  }

  private Optional<ObjectName> onlyTable(int star) {
    boolean alone = at(star - 1, "SELECT") && at(star, "*") && at(star + 1, "FROM");
    int last = star + 2;
    while (at(last + 1, ".")) {
      last += 2;
    }
    boolean named = last < tokens.size() && isName(tokens.get(last));
    if (!alone || !named || !endsAt(last + 1)) {
      return Optional.empty();
    }
    String table = Rewording.unquoted(tokens.get(last));
    return Optional.of(
        last > star + 2
            ? ObjectName.of(Rewording.unquoted(tokens.get(last - 2)), table)
            : ObjectName.of(table));
  }

  private boolean endsAt(int index) {
    return index >= tokens.size() || BEHIND_TABLE.stream().anyMatch(word -> at(index, word));
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_IDENTIFIER;
  }

  private boolean at(int index, String text) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
  }
}
