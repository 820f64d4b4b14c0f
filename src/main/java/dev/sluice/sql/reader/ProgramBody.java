package dev.sluice.sql.reader;

import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The body of a program that is written without quotes, cut at its semicolons. */
final class ProgramBody {
  private static final Set<String> STARTS =
      Set.of("BEGIN", "INSERT", "UPDATE", "DELETE", "REPLACE", "CALL", "SELECT", "TRUNCATE", "IF");

  private ProgramBody() {}

  static List<List<Token>> of(List<Token> tokens) {
    List<List<Token>> pieces = new ArrayList<>();
    int from = start(tokens);
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is(";")) {
        pieces.add(tokens.subList(from, i));
        from = i + 1;
      }
    }
    if (from < tokens.size()) {
      pieces.add(tokens.subList(from, tokens.size()));
    }
    return pieces;
  }

  /** Behind the head, whose parentheses hold parameters and whose words may be events. */
  private static int start(List<Token> tokens) {
    boolean trigger = tokens.stream().limit(6).anyMatch(t -> t.is("TRIGGER"));
    boolean event = tokens.stream().limit(6).anyMatch(t -> t.is("EVENT"));
    int depth = 0;
    boolean behindHead = !trigger && !event;
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      behindHead |= (trigger && token.is("ROW")) || (event && token.is("DO"));
      boolean starts = depth == 0 && token.isOneOf(STARTS) && !isClause(tokens, i);
      if (starts && (behindHead || token.is("BEGIN"))) {
        return i;
      }
    }
    return tokens.size();
  }

  /** {@code IF NOT EXISTS} of the head, {@code CREATE OR REPLACE}, {@code ON UPDATE}. */
  private static boolean isClause(List<Token> tokens, int at) {
    boolean exists = at + 1 < tokens.size() && tokens.get(at + 1).is("NOT");
    Token before = tokens.get(at - 1);
    return exists
        || before.is("OR")
        || before.is("ON")
        || before.is("BEFORE")
        || before.is("AFTER");
  }
}
