package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB in their default sql_mode: double quotes are strings, backslashes escape, and
 * {@code /*! … *}{@code /} is code, whose fences come as punctuation tokens.
 */
final class MysqlLexer extends Lexer {
  private static final List<String> OPERATORS =
      List.of("->>", "<=>", "->", "||", "&&", "<<", ">>", "<=", ">=", "!=", "<>", ":=");

  /** What ends a statement now; it may follow a word without a blank. */
  String delimiter = ";";

  private final boolean mariadb;
  private boolean inVersionComment;
  private boolean ansiQuotes;

  MysqlLexer(Source source, boolean mariadb) {
    super(source);
    this.mariadb = mariadb;
  }

  /** {@code SET sql_mode = '…ANSI_QUOTES…'} makes double quotes what the standard says. */
  void watch(Token token, List<Token> statement) {
    boolean sets =
        token.kind() == Kind.STRING && !statement.isEmpty() && statement.get(0).is("SET");
    if (sets && statement.stream().anyMatch(MysqlLexer::isSqlMode)) {
      ansiQuotes = token.text().toUpperCase(Locale.ROOT).contains("ANSI");
    }
  }

  private static boolean isSqlMode(Token token) {
    return token.text().toUpperCase(Locale.ROOT).endsWith("SQL_MODE");
  }

  @Override
  @Nullable Token special(int from, char c) {
    if (c == '`') {
      return quoted(from, from, '`', Kind.QUOTED_IDENTIFIER, false);
    }
    if (c == '"') {
      return ansiQuotes
          ? quoted(from, from, '"', Kind.QUOTED_IDENTIFIER, false)
          : quoted(from, from, '"', Kind.STRING, true);
    }
    if ("xXbBnN".indexOf(c) >= 0 && source.at(from + 1) == '\'') {
      return quoted(from, from + 1, '\'', Kind.STRING, true);
    }
    if (c == '?') {
      return make(Kind.PARAMETER, from, from + 1);
    }
    if (c == '@') {
      return variable(from);
    }
    if (isFence(from)) {
      return fence(from);
    }
    if (inVersionComment && source.startsWith("*/", from)) {
      inVersionComment = false;
      return make(Kind.PUNCTUATION, from, from + 2);
    }
    return null;
  }

  @Override
  @Nullable Token next() {
    Token token = super.next();
    int cut = token == null || isQuoted(token) ? -1 : token.text().indexOf(delimiter);
    if (token == null || cut <= 0) {
      return token;
    }
    int from = token.place().offset();
    return make(token.kind(), from, from + cut);
  }

  private static boolean isQuoted(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.QUOTED_IDENTIFIER;
  }

  private Token fence(int from) {
    int end = source.text.indexOf('!', from) + 1;
    while (isDigit(source.at(end))) {
      end++;
    }
    inVersionComment = true;
    return make(Kind.PUNCTUATION, from, end);
  }

  @Override
  boolean blockComment(int from) {
    return super.blockComment(from) && !isFence(from);
  }

  private boolean isFence(int from) {
    return mariadb
        ? source.startsWith("/*M!", from) || (source.startsWith("/*!", from) && !ofMysqlOnly(from))
        : source.startsWith("/*!", from);
  }

  /** MariaDB skips what is written for MySQL 5.7 and later (50700 to 99999). */
  private boolean ofMysqlOnly(int from) {
    int end = from + 3;
    while (isDigit(source.at(end)) && end < from + 9) {
      end++;
    }
    String version = source.text.substring(from + 3, end);
    return version.length() == 5 && version.compareTo("50700") >= 0;
  }

  @Override
  boolean lineComment(int from) {
    boolean dashes =
        source.startsWith("--", from)
            && (from + 2 >= source.length() || source.at(from + 2) <= ' ');
    return dashes || source.at(from) == '#';
  }

  @Override
  boolean backslashEscapes() {
    return true;
  }

  private Token variable(int from) {
    int i = from + 1;
    while (isWordPart(source.at(i)) || source.at(i) == '@' || source.at(i) == '.') {
      i++;
    }
    return make(Kind.PARAMETER, from, i);
  }

  @Override
  int operator(int from) {
    return longest(OPERATORS, from);
  }
}
