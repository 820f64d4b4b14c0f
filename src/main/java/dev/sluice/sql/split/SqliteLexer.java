package dev.sluice.sql.split;

import dev.sluice.sql.Token;
import dev.sluice.sql.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQLite (sqlite.org/lang_keywords.html, lang_expr.html): three quotes for names, four kinds of
 * parameters.
 */
final class SqliteLexer extends Lexer {
  private static final List<String> OPERATORS =
      List.of("->>", "->", "||", "<<", ">>", "<=", ">=", "==", "!=", "<>");

  SqliteLexer(Source source) {
    super(source);
  }

  @Override
  @Nullable Token special(int from, char c) {
    if (c == '`') {
      return quoted(from, from, '`', Kind.QUOTED_IDENTIFIER, false);
    }
    if (c == '[') {
      int end = source.text.indexOf(']', from);
      return end < 0
          ? unclosed(Kind.QUOTED_IDENTIFIER, from, 1, "quoted identifier")
          : make(Kind.QUOTED_IDENTIFIER, from, end + 1);
    }
    if ((c == 'x' || c == 'X') && source.at(from + 1) == '\'') {
      return quoted(from, from + 1, '\'', Kind.STRING, false);
    }
    if (c == '?' || (":@$".indexOf(c) >= 0 && isWordPart(source.at(from + 1)))) {
      int end = word(from).place().endOffset();
      return make(Kind.PARAMETER, from, end);
    }
    return null;
  }

  @Override
  int operator(int from) {
    return longest(OPERATORS, from);
  }
}
