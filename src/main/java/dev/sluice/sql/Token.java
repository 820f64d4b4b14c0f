package dev.sluice.sql;

/**
 * One lexical unit of a statement; white space and comments are not tokens.
 *
 * @param text as written, quotes included
 */
public record Token(Kind kind, String text, Place place) {
  /** What a token is. */
  public enum Kind {
    WORD,
    QUOTED_IDENTIFIER,
    STRING,
    NUMBER,
    PARAMETER,
    OPERATOR,
    PUNCTUATION
  }

  /** Whether this is the given keyword, in whatever case; never true for a quoted identifier. */
  public boolean is(String keyword) {
    return (kind == Kind.WORD || kind == Kind.PUNCTUATION || kind == Kind.OPERATOR)
        && text.equalsIgnoreCase(keyword);
  }

  /** The identifier without its quotes, as its author spells it. */
  public String unquoted() {
    if (kind != Kind.QUOTED_IDENTIFIER) {
      return text;
    }
    int open = text.startsWith("U&") || text.startsWith("u&") ? 2 : 0;
    String quote = text.substring(open, open + 1);
    String inner = text.substring(open + 1, Math.max(open + 1, text.length() - 1));
    return quote.equals("[") ? inner : inner.replace(quote + quote, quote);
  }

  /** The identifier as catalogs and actions hold it. */
  public String folded(Dialect dialect) {
    return dialect.fold(unquoted(), kind == Kind.QUOTED_IDENTIFIER);
  }

  /** Whether this may be a name. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_IDENTIFIER;
  }
}
