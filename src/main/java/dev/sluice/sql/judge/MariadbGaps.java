package dev.sluice.sql.judge;

import static dev.sluice.sql.Shapes.contains;
import static dev.sluice.sql.Shapes.starts;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What only MariaDB accepts and Debezium's grammar for it does not. */
final class MariadbGaps {
  private static final Set<String> KEY_WORDS =
      Set.of("KEY", "INDEX", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "CONSTRAINT");

  private static final List<String> LITTLE_KNOWN =
      List.of("RETURNING", "IF NOT EXISTS", "SYSTEM VERSIONING", "PERIOD FOR", "PASSWORD (");

  private MariadbGaps() {}

  static Optional<String> gap(Statement statement, Refusal refusal) {
    List<Token> tokens = statement.tokens();
    if (!refusal.near().isEmpty() && ofTable(tokens)) {
      int at = indexOf(statement, refusal);
      if (isFollowedByEquals(tokens, at)) {
        return Optional.of("the offline grammar does not know the attributes of every engine");
      }
      if (isType(tokens, at)) {
        return Optional.of("types may come from plugins, as " + refusal.near() + " perhaps does");
      }
    }
    if (tokens.stream().anyMatch(t -> t.kind() == Token.Kind.NUMBER && t.text().endsWith("."))) {
      return Optional.of("the offline grammar does not know numbers that end with a point");
    }
    if (starts(tokens, "INSERT") && refusal.near().startsWith(".")) {
      return Optional.of("the offline grammar does not know qualified columns in INSERT");
    }
    return LITTLE_KNOWN.stream()
        .filter(words -> contains(tokens, words.split(" ")))
        .findFirst()
        .map(words -> "the offline grammar does not know all of " + words);
  }

  private static boolean ofTable(List<Token> tokens) {
    return (starts(tokens, "CREATE") || starts(tokens, "ALTER")) && contains(tokens, "TABLE");
  }

  private static int indexOf(Statement statement, Refusal refusal) {
    int offset = statement.place().offset() + refusal.offset();
    List<Token> tokens = statement.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).place().offset() >= offset) {
        return i;
      }
    }
    return tokens.size();
  }

  private static boolean isFollowedByEquals(List<Token> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at).isName() && tokens.get(at + 1).is("=");
  }

  /** Behind the name of a column. */
  private static boolean isType(List<Token> tokens, int at) {
    boolean names = at > 1 && mayBeName(tokens.get(at - 1)) && mayBeName(tokens.get(at));
    boolean alters = at > 2 && tokens.get(at - 3).is("ALTER");
    return names
        && !alters
        && List.of("(", ",", "ADD", "COLUMN", "MODIFY", "EXISTS").stream()
            .anyMatch(word -> tokens.get(at - 2).is(word));
  }

  private static boolean mayBeName(Token token) {
    return token.isName()
        && !token.is("COLUMN")
        && !ReservedNames.WORDS.contains(token.text().toLowerCase(Locale.ROOT))
        && !token.isOneOf(KEY_WORDS);
  }
}
