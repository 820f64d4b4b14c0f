package dev.sluice.review.rule;

import dev.sluice.review.Replacement;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes replacements of single words of a statement. */
public final class Rewording {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private Rewording() {}

  /** Puts text right behind a place. */
  public static Replacement behind(Place place, String text) {
    return new Replacement(new Place(place.endOffset(), 0, place.end(), place.end()), text);
  }

  /** Puts text right behind the first such keyword of the statement. */
  public static Optional<Replacement> behindKeyword(
      Statement statement, String keyword, String text) {
    return statement.tokens().stream()
        .filter(t -> t.is(keyword))
        .findFirst()
        .map(t -> behind(t.place(), text));
  }

  /** Gives a name another spelling; empty when it does not stand there exactly once. */
  public static Optional<Replacement> ofName(
      Statement statement, Place within, String name, String better) {
    List<Token> tokens =
        statement.tokens().stream()
            .filter(t -> holds(within, t.place()) && unquoted(t).equalsIgnoreCase(name))
            .toList();
    return tokens.size() == 1
        ? Optional.of(new Replacement(tokens.get(0).place(), better))
        : Optional.empty();
  }

  /** A name as it can be written: in quotes where it needs them. */
  public static String quoted(String name, Dialect dialect) {
    if (PLAIN.matcher(name).matches()) {
      return name;
    }
    String quote =
        switch (dialect) {
          case POSTGRESQL, SQLITE -> "\"";
          case MYSQL, MARIADB -> "`";
        };
    return quote + name.replace(quote, quote + quote) + quote;
  }

  /** The identifier without its quotes. */
  public static String unquoted(Token token) {
    String text = token.text();
    return token.kind() == Token.Kind.QUOTED_IDENTIFIER && text.length() >= 2
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean holds(Place outer, Place inner) {
    return inner.offset() >= outer.offset() && inner.endOffset() <= outer.endOffset();
  }
}
