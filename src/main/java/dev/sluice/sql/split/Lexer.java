package dev.sluice.sql.split;

import dev.sluice.sql.ParsedScript.Problem;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into tokens, on demand and in order. What all dialects share is here; a dialect adds
 * its own quotes, comments and operators in {@link #special}.
 */
abstract class Lexer {
  final Source source;
  final List<Place> comments = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  int at;

  Lexer(Source source) {
    this.source = source;
    this.at = !source.text.isEmpty() && source.at(0) == Source.BYTE_ORDER_MARK ? 1 : 0;
  }

  /** The next token, or null at the end of the file. */
  @Nullable Token next() {
    while (true) {
      skipBlanks();
      if (at >= source.length()) {
        return null;
      }
      if (!skipComment()) {
        return token();
      }
    }
  }

  private Token token() {
    int from = at;
    char c = source.at(at);
    Token special = special(from, c);
    if (special != null) {
      return special;
    }
    if (source.startsWith("${", from)) {
      return template(from, "}");
    }
    if (source.startsWith("{{", from)) {
      return template(from, "}}");
    }
    if (source.startsWith("{%", from)) {
      return template(from, "%}");
    }
    if (c == '\'') {
      return quoted(from, from, '\'', Kind.STRING, backslashEscapes());
    }
    if (c == '"') {
      return quoted(from, from, '"', Kind.QUOTED_IDENTIFIER, false);
    }
    if (isDigit(c) || (c == '.' && isDigit(source.at(from + 1)))) {
      return number(from);
    }
    if (isWordStart(c)) {
      return word(from);
    }
    return symbol(from);
  }

  /** A token that only this dialect has, or null. */
  abstract @Nullable Token special(int from, char c);

  /** The length of the operator at {@code from}, 0 when the character there is punctuation. */
  abstract int operator(int from);

  boolean backslashEscapes() {
    return false;
  }

  boolean nestedComments() {
    return false;
  }

  /** Whether {@code --} or its like begins a comment here. */
  boolean lineComment(int from) {
    return source.startsWith("--", from);
  }

  boolean blockComment(int from) {
    return source.startsWith("/*", from);
  }

  final Token make(Kind kind, int from, int to) {
    at = to;
    return new Token(kind, source.text.substring(from, to), source.place(from, to));
  }

  final void problem(int from, int to, String message) {
    problems.add(new Problem(source.place(from, to), message));
  }

  /** Skips what nobody can close; the rest of the file becomes this token. */
  final Token unclosed(Kind kind, int from, int quoteLength, String what) {
    problem(from, Math.min(source.length(), from + quoteLength), "unclosed " + what);
    return make(kind, from, source.length());
  }

  /**
   * @param quoteAt where the opening quote stands; {@code from} may be a prefix before it
   */
  final Token quoted(int from, int quoteAt, char quote, Kind kind, boolean backslash) {
    int i = quoteAt + 1;
    while (i < source.length()) {
      char c = source.at(i);
      if (c == '\\' && backslash) {
        i += 2;
      } else if (c == quote && source.at(i + 1) == quote) {
        i += 2;
      } else if (c == quote) {
        return make(kind, from, i + 1);
      } else {
        i++;
      }
    }
    String what = kind == Kind.STRING ? "string" : "quoted identifier";
    return unclosed(kind, from, quoteAt + 1 - from, what);
  }

  final Token word(int from) {
    int i = from + 1;
    while (isWordPart(source.at(i))) {
      i++;
    }
    return make(Kind.WORD, from, i);
  }

  private Token template(int from, String close) {
    int end = source.text.indexOf(close, from);
    return end < 0
        ? unclosed(Kind.PARAMETER, from, 2, "template")
        : make(Kind.PARAMETER, from, end + close.length());
  }

  private Token number(int from) {
    int i = from;
    while (isWordPart(source.at(i)) || isFraction(i) || isExponentSign(from, i)) {
      i++;
    }
    return make(Kind.NUMBER, from, i);
  }

  private boolean isFraction(int i) {
    return source.at(i) == '.' && source.at(i + 1) != '.' && source.at(i - 1) != '.';
  }

  private boolean isExponentSign(int from, int i) {
    char c = source.at(i);
    return (c == '+' || c == '-')
        && i > from
        && Character.toLowerCase(source.at(i - 1)) == 'e'
        && !source.startsWith("0x", from)
        && isDigit(source.at(i + 1));
  }

  private Token symbol(int from) {
    int length = operator(from);
    return length > 0
        ? make(Kind.OPERATOR, from, from + length)
        : make(Kind.PUNCTUATION, from, from + Character.charCount(source.text.codePointAt(from)));
  }

  private void skipBlanks() {
    while (at < source.length() && isBlank(source.at(at))) {
      at++;
    }
  }

  private boolean skipComment() {
    int from = at;
    if (lineComment(from)) {
      at = source.lineEnd(from);
    } else if (blockComment(from)) {
      at = blockEnd(from);
    } else {
      return false;
    }
    int end = at > from && source.at(at - 1) == '\r' ? at - 1 : at;
    comments.add(source.place(from, end));
    return true;
  }

  private int blockEnd(int from) {
    int depth = 1;
    int i = from + 2;
    while (i < source.length()) {
      if (source.startsWith("*/", i)) {
        i += 2;
        if (--depth == 0) {
          return i;
        }
      } else if (nestedComments() && source.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    problem(from, from + 2, "unclosed comment");
    return source.length();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
  }

  /** As the engines see it: every character beyond ASCII may stand in a name. */
  static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }

  /** The length of the longest of {@code operators} at {@code from}; they are sorted by length. */
  final int longest(List<String> operators, int from) {
    for (String operator : operators) {
      if (source.startsWith(operator, from)) {
        return operator.length();
      }
    }
    return "+-*/<>=~!@#%^&|".indexOf(source.at(from)) >= 0 ? 1 : 0;
  }
}
