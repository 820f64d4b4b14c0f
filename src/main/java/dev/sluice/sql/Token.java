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
}
