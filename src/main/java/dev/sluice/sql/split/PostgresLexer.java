package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PostgreSQL (manual 4.1): dollar quotes, prefixed strings, nested comments, psql's commands. */
final class PostgresLexer extends Lexer {
  PostgresLexer(Source source) {
    super(source);
  }

  @Override
  @Nullable Token special(int from, char c) {
    if (c == '$') {
      return isDigit(source.at(from + 1)) ? parameter(from) : dollarQuoted(from);
    }
    if (c == '\\') {
      return metaCommand(from);
    }
    return prefixed(from, Character.toLowerCase(c));
  }

  @Override
  boolean nestedComments() {
    return true;
  }

  private @Nullable Token prefixed(int from, char prefix) {
    char next = source.at(from + 1);
    if (prefix == 'u' && next == '&') {
      char quote = source.at(from + 2);
      if (quote == '\'' || quote == '"') {
        Kind kind = quote == '"' ? Kind.QUOTED_IDENTIFIER : Kind.STRING;
        return quoted(from, from + 2, quote, kind, false);
      }
    }
    return next == '\'' && "ebxn".indexOf(prefix) >= 0
        ? quoted(from, from + 1, '\'', Kind.STRING, prefix == 'e')
        : null;
  }

  private Token parameter(int from) {
    int i = from + 1;
    while (isDigit(source.at(i))) {
      i++;
    }
    return make(Kind.PARAMETER, from, i);
  }

  private @Nullable Token dollarQuoted(int from) {
    int i = from + 1;
    while (isWordPart(source.at(i)) && source.at(i) != '$') {
      i++;
    }
    if (source.at(i) != '$') {
      return null;
    }
    String tag = source.text.substring(from, i + 1);
    int end = source.text.indexOf(tag, i + 1);
    return end < 0
        ? unclosed(Kind.STRING, from, tag.length(), "dollar quote " + tag)
        : make(Kind.STRING, from, end + tag.length());
  }

  /** The whole line: only psql understands it. */
  private Token metaCommand(int from) {
    int end = source.lineEnd(from);
    String line = source.text.substring(from, end).strip();
    problem(from, from + line.length(), "psql meta command " + line.split("\\s", 2)[0]);
    return make(Kind.PUNCTUATION, from, from + line.length());
  }

  /** The rule of PostgreSQL's scan.l: longest run, cut before a comment, no trailing + or -. */
  @Override
  int operator(int from) {
    if (source.startsWith("::", from)
        || source.startsWith(":=", from)
        || source.startsWith("..", from)) {
      return 2;
    }
    int i = from;
    while (isOperatorPart(source.at(i))
        && !source.startsWith("--", i)
        && !source.startsWith("/*", i)) {
      i++;
    }
    String run = source.text.substring(from, i);
    boolean mayEndInSign = run.chars().anyMatch(c -> "~!@#%^&|`?".indexOf(c) >= 0);
    int length = run.length();
    while (length > 1 && !mayEndInSign && "+-".indexOf(run.charAt(length - 1)) >= 0) {
      length--;
    }
    return length;
  }

  private static boolean isOperatorPart(char c) {
    return c != '\0' && "+-*/<>=~!@#%^&|`?".indexOf(c) >= 0;
  }

  static boolean endsStatement(Token metaCommand) {
    return metaCommand.text().toLowerCase(Locale.ROOT).startsWith("\\g");
  }
}
