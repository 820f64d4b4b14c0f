package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Splits as the mysql client does, and where no DELIMITER is set also by the blocks of stored
 * programs, as the migration tools do that send files without a client.
 */
final class MysqlGrammar implements Grammar {
  private static final Set<String> PROGRAMS = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
  private static final Set<String> NOT_A_PROGRAM =
      Set.of("TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER", "ROLE", "SELECT");
  private static final Set<String> OPENERS = Set.of("BEGIN", "CASE");
  private static final Set<String> STATEMENT_OPENERS = Set.of("IF", "LOOP", "REPEAT", "WHILE");
  private static final Set<String> BEFORE_A_STATEMENT =
      Set.of(";", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", ":");

  private final MysqlLexer lexer;

  /** The blocks that are open; true for a CASE that is an expression, where IF is a function. */
  private final Deque<Boolean> blocks = new ArrayDeque<>();

  /**
   * @param mariadb whether MariaDB's version comments are code
   */
  MysqlGrammar(Source source, boolean mariadb) {
    this.lexer = new MysqlLexer(source, mariadb);
  }

  @Override
  public Lexer lexer() {
    return lexer;
  }

  @Override
  public Role roleOf(Token token, List<Token> statement) {
    if (statement.isEmpty()) {
      blocks.clear();
      if (isDelimiterCommand(token) || isClientComment(token)) {
        return Role.NOISE;
      }
    } else if (!lexer.delimiter.equals(";") && isDelimiterCommand(token)) {
      return Role.TERMINATOR;
    }
    if (isDelimiter(token)) {
      return Role.TERMINATOR;
    }
    if (token.is("\\")) {
      lexer.at = token.place().endOffset() + 1;
      return Role.TERMINATOR;
    }
    countBlocks(token, statement);
    lexer.watch(token, statement);
    return Role.PART;
  }

  private boolean isDelimiterCommand(Token token) {
    int from = token.place().offset();
    if (!token.is("DELIMITER") || !lexer.source.firstInLine(from)) {
      return false;
    }
    int end = lexer.source.lineEnd(from);
    String written = lexer.source.text.substring(token.place().endOffset(), end).strip();
    lexer.delimiter = written.isEmpty() ? ";" : written.split("\\s", 2)[0];
    lexer.at = end;
    return true;
  }

  /** The client takes a line for a comment that begins with -- where no statement has begun. */
  private boolean isClientComment(Token token) {
    int from = token.place().offset();
    if (!lexer.source.startsWith("--", from) || !lexer.source.firstInLine(from)) {
      return false;
    }
    lexer.at = lexer.source.lineEnd(from);
    return true;
  }

  private boolean isDelimiter(Token token) {
    int from = token.place().offset();
    if (token.kind() == Token.Kind.STRING || !lexer.source.startsWith(lexer.delimiter, from)) {
      return false;
    }
    lexer.at = from + lexer.delimiter.length();
    return !lexer.delimiter.equals(";") || blocks.isEmpty();
  }

  private void countBlocks(Token token, List<Token> statement) {
    if (token.is("END") && !blocks.isEmpty()) {
      blocks.pop();
    } else if (token.isOneOf(OPENERS) || token.isOneOf(STATEMENT_OPENERS)) {
      if (opens(token, statement) && isProgram(statement)) {
        blocks.push(token.is("CASE") && !beginsStatement(statement));
      }
    }
  }

  private boolean opens(Token token, List<Token> statement) {
    if (statement.isEmpty() || Words.last(statement, "END")) {
      return false;
    }
    return token.isOneOf(OPENERS) || beginsStatement(statement);
  }

  private boolean beginsStatement(List<Token> statement) {
    boolean inExpression = Boolean.TRUE.equals(blocks.peek());
    return !inExpression && statement.get(statement.size() - 1).isOneOf(BEFORE_A_STATEMENT);
  }

  private static boolean isProgram(List<Token> statement) {
    if (!statement.get(0).is("CREATE")) {
      return false;
    }
    for (Token token : statement) {
      if (token.isOneOf(PROGRAMS)) {
        return true;
      }
      if (token.isOneOf(NOT_A_PROGRAM)) {
        return false;
      }
    }
    return false;
  }
}
