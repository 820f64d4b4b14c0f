package dev.sluice.sql.judge;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.List;

/** A statement's text as Debezium's grammars can read it, each character where it was. */
final class MysqlText {
  private MysqlText() {}

  static StringBuilder masked(Statement statement) {
    StringBuilder text = new StringBuilder(statement.text());
    for (Token token : statement.tokens()) {
      int from = token.place().offset() - statement.place().offset();
      if (isFence(token)) {
        text.replace(from, from + token.text().length(), " ".repeat(token.text().length()));
      } else if (isAnsiQuoted(token)) {
        text.setCharAt(from, '`');
        text.setCharAt(from + token.text().length() - 1, '`');
      }
    }
    return withoutTerminators(statement, text);
  }

  /** What stands in a version comment is code; the grammar would skip it. */
  static boolean isFence(Token token) {
    return token.kind() == Token.Kind.PUNCTUATION && token.text().length() > 1;
  }

  private static boolean isAnsiQuoted(Token token) {
    String text = token.text();
    return token.kind() == Token.Kind.QUOTED_IDENTIFIER
        && text.length() > 1
        && text.charAt(0) == '"'
        && text.indexOf('`') < 0;
  }

  /** Behind a DELIMITER, {@code END;} is sent with its semicolon, which no server minds. */
  private static StringBuilder withoutTerminators(Statement statement, StringBuilder text) {
    List<Token> tokens = statement.tokens();
    for (int i = tokens.size() - 1; i > 0 && tokens.get(i).is(";"); i--) {
      int at = tokens.get(i).place().offset() - statement.place().offset();
      text.setCharAt(at, ' ');
    }
    return text;
  }
}
