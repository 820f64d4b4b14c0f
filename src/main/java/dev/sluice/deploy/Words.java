package dev.sluice.deploy;

import dev.sluice.sql.Shapes;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A statement's keywords, without the fences of MySQL's version comments. What they tell holds also
 * for statements that no parser of ours understands.
 */
public final class Words {
  private final List<Token> tokens;

  private Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  public static Words of(Statement statement) {
    return new Words(statement.tokens().stream().filter(t -> !isFence(t)).toList());
  }

  /** The fences of MySQL's version comments, around code that counts. */
  private static boolean isFence(Token token) {
    return token.kind() == Token.Kind.PUNCTUATION
        && (token.text().startsWith("/*") || token.is("*/"));
  }

  /** What follows the first of these keywords; nothing when there is none. */
  public Words behind(String... words) {
    return new Words(
        tokens.stream().dropWhile(t -> Arrays.stream(words).noneMatch(t::is)).skip(1).toList());
  }

  public List<Token> tokens() {
    return tokens;
  }

  /** The name that it begins with, IF [NOT] EXISTS left out; its qualifier comes first. */
  public List<Token> name() {
    List<Token> rest =
        tokens.stream().dropWhile(t -> t.is("IF") || t.is("NOT") || t.is("EXISTS")).toList();
    if (rest.isEmpty() || !rest.get(0).isName()) {
      return List.of();
    }
    boolean qualified = rest.size() > 2 && rest.get(1).is(".") && rest.get(2).isName();
    return qualified ? List.of(rest.get(0), rest.get(2)) : List.of(rest.get(0));
  }

  /** The first word in upper case, empty when there is none. */
  public String first() {
    return tokens.isEmpty() ? "" : tokens.get(0).text().toUpperCase(Locale.ROOT);
  }

  /** Whether it begins with the words of {@code phrase}, e.g. {@code "ALTER TYPE"}. */
  public boolean start(String phrase) {
    return Shapes.starts(tokens, phrase.split(" "));
  }

  public boolean startWithAny(String... phrases) {
    return Arrays.stream(phrases).anyMatch(this::start);
  }

  /** Whether the words of {@code phrase} follow each other, outside strings and quoted names. */
  public boolean contain(String phrase) {
    return Shapes.contains(tokens, phrase.split(" "));
  }

  /** Every token in lower case. */
  public Stream<String> texts() {
    return tokens.stream().map(t -> t.text().toLowerCase(Locale.ROOT));
  }

  /** The string literals, as written. */
  public List<String> strings() {
    return tokens.stream().filter(t -> t.kind() == Token.Kind.STRING).map(Token::text).toList();
  }
}
