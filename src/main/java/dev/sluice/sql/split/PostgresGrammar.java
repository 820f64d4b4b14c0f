package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import java.util.List;
import java.util.Set;

/**
 * Splits as psql does, but an unclosed parenthesis ends with its statement (only CREATE RULE has
 * semicolons in parentheses), so that one mistake does not swallow the rest of the file.
 */
final class PostgresGrammar implements Grammar {
  private static final Set<String> OR_REPLACE = Set.of("OR", "REPLACE");
  private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE");
  private static final Set<String> RULE = Set.of("RULE");

  private final PostgresLexer lexer;
  private int parentheses;
  private int blocks;

  PostgresGrammar(Source source) {
    this.lexer = new PostgresLexer(source);
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public Role roleOf(Token token, List<Token> statement) {
    if (statement.isEmpty()) {
      parentheses = 0;
      blocks = 0;
    }
    if (token.text().startsWith("\\")) {
      return PostgresLexer.endsStatement(token) ? Role.TERMINATOR : Role.NOISE;
    }
    parentheses += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    if (token.is(";")) {
      boolean inRule = parentheses > 0 && Words.creates(statement, OR_REPLACE, RULE);
      return blocks > 0 || inRule ? Role.PART : Role.TERMINATOR;
    }
    countBlocks(token, statement);
    return Role.PART;
  }

  /** The bodies of SQL-standard routines: BEGIN ATOMIC … END, with CASE … END inside. */
  private void countBlocks(Token token, List<Token> statement) {
    if (token.is("ATOMIC") && Words.last(statement, "BEGIN")) {
      blocks += Words.creates(statement, OR_REPLACE, ROUTINES) ? 1 : 0;
    } else if (blocks > 0 && token.is("CASE")) {
      blocks++;
    } else if (blocks > 0 && token.is("END")) {
      blocks--;
    }
  }

  @Override
  public String dataAfter(List<Token> statement) {
    return isCopyFromStdin(statement) ? readData(statement.get(0)) : "";
  }

  private static boolean isCopyFromStdin(List<Token> statement) {
    if (!statement.get(0).is("COPY")) {
      return false;
    }
    for (int i = 1; i < statement.size(); i++) {
      if (statement.get(i).is("STDIN") && statement.get(i - 1).is("FROM")) {
        return true;
      }
    }
    return false;
  }

  private String readData(Token copy) {
    Source source = lexer.source;
    int from = Math.min(source.length(), source.lineEnd(lexer.at) + 1);
    for (int line = from; line < source.length(); line = source.lineEnd(line) + 1) {
      int end = source.lineEnd(line);
      if (source.text.substring(line, end).stripTrailing().equals("\\.")) {
        lexer.at = end;
        return source.text.substring(from, line);
      }
    }
    int start = copy.place().offset();
    lexer.problem(start, start + copy.text().length(), "COPY data without its end \\.");
    lexer.at = source.length();
    return source.text.substring(from);
  }
}
