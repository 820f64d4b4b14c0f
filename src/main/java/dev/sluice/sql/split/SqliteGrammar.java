package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import java.util.List;
import java.util.Set;

/**
 * Splits as sqlite3_complete does (sqlite.org/c3ref/complete.html): a trigger ends at {@code ; END
 * ;}, so that neither the statements in its body nor a CASE … END cut it.
 */
final class SqliteGrammar implements Grammar {
  private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");
  private static final Set<String> TRIGGER = Set.of("TRIGGER");

  private final SqliteLexer lexer;

  SqliteGrammar(Source source) {
    this.lexer = new SqliteLexer(source);
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public Role roleOf(Token token, List<Token> statement) {
    if (statement.isEmpty() && isShellCommand(token)) {
      return Role.NOISE;
    }
    if (!token.is(";")) {
      return Role.PART;
    }
    boolean open = Words.creates(statement, TEMPORARY, TRIGGER) && !endsTrigger(statement);
    return open ? Role.PART : Role.TERMINATOR;
  }

  private static boolean endsTrigger(List<Token> statement) {
    int last = statement.size() - 1;
    return statement.get(last).is("END") && statement.get(last - 1).is(";");
  }

  /** {@code .read file} and its like, at the start of a line: only the shell understands them. */
  private boolean isShellCommand(Token token) {
    int from = token.place().offset();
    if (!token.is(".") || !lexer.source.firstInLine(from)) {
      return false;
    }
    int end = lexer.source.lineEnd(from);
    String line = lexer.source.text.substring(from, end).strip();
    lexer.problem(from, from + line.length(), "sqlite3 shell command " + line.split("\\s", 2)[0]);
    lexer.at = end;
    return true;
  }
}
