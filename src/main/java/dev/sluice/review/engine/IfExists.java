package dev.sluice.review.engine;

import dev.sluice.catalog.Conflict;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.List;

/** {@code ALTER … IF EXISTS name}: without the object the statement does nothing. */
final class IfExists {
  /** ALTER MATERIALIZED VIEW IF EXISTS: the longest way to it. */
  private static final int DEEPEST = 3;

  private IfExists() {}

  /** Whether the conflict is that the object is missing, which the statement expects. */
  static boolean expects(Statement statement, Conflict conflict, Dialect dialect) {
    List<Token> tokens = statement.tokens();
    if (conflict.kind() != Conflict.Kind.UNKNOWN || !tokens.get(0).is("ALTER")) {
      return false;
    }
    for (int i = 1; i <= DEEPEST && i + 2 < tokens.size(); i++) {
      if (tokens.get(i).is("IF") && tokens.get(i + 1).is("EXISTS")) {
        return name(tokens, i + 2, dialect).equals(conflict.name());
      }
    }
    return false;
  }

  private static String name(List<Token> tokens, int at, Dialect dialect) {
    int from = tokens.get(at).is("ONLY") ? at + 1 : at;
    StringBuilder name = new StringBuilder();
    for (int i = from; i < tokens.size() && partOfName(tokens, from, i); i++) {
      name.append(tokens.get(i).is(".") ? "." : tokens.get(i).folded(dialect));
    }
    return name.toString();
  }

  private static boolean partOfName(List<Token> tokens, int from, int i) {
    return i == from || tokens.get(i).is(".") || tokens.get(i - 1).is(".");
  }
}
