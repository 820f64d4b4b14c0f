package dev.sluice.sql;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One lexical unit of a statement; white space and comments are not tokens. */
public final class Token {
  private final Kind kind;
  private final String text;
  private final Place place;

  /** In upper case; made when first asked for, by whichever thread. */
  private @Nullable String keyword;

  /**
   * @param text as written, quotes included
   */
  public Token(Kind kind, String text, Place place) {
    this.kind = kind;
    this.text = text;
    this.place = place;
  }

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

  public Kind kind() {
    return kind;
  }

  /** As written, quotes included. */
  public String text() {
    return text;
  }

  public Place place() {
    return place;
  }

  /** Whether this is the given keyword, in whatever case; never true for a quoted identifier. */
  public boolean is(String word) {
    return mayBeKeyword() && text.equalsIgnoreCase(word);
  }

  /**
   * Whether this is one of the keywords.
   *
   * @param words in upper case
   */
  public boolean isOneOf(Set<String> words) {
    return mayBeKeyword() && words.contains(keyword());
  }

  private boolean mayBeKeyword() {
    return kind == Kind.WORD || kind == Kind.PUNCTUATION || kind == Kind.OPERATOR;
  }

  private String keyword() {
    String known = keyword;
    if (known == null) {
      known = text.toUpperCase(Locale.ROOT);
      keyword = known;
    }
    return known;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Token token
        && kind == token.kind
        && text.equals(token.text)
        && place.equals(token.place);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, text, place);
  }

  @Override
  public String toString() {
    return kind + " " + text + " at " + place.start();
  }
}
