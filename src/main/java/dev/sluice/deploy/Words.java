package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A statement's keywords. What must run outside a transaction is told by the first words, which
 * holds also for statements that no parser of ours understands.
 */
final class Words {
  private final List<Token> tokens;

  private Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Words of(Statement statement) {
    return new Words(statement.tokens().stream().filter(t -> !isFence(t)).toList());
  }

  /** The fences of MySQL's version comments, around code that counts. */
  private static boolean isFence(Token token) {
    return token.kind() == Token.Kind.PUNCTUATION
        && (token.text().startsWith("/*") || token.is("*/"));
  }

  /** What follows the first such keyword; nothing when there is none. */
  Words behind(String word) {
    return new Words(tokens.stream().dropWhile(t -> !t.is(word)).skip(1).toList());
  }

  /** Whether it begins with the words of {@code phrase}, e.g. {@code "ALTER TYPE"}. */
  boolean start(String phrase) {
    String[] words = phrase.split(" ");
    return tokens.size() >= words.length
        && IntStream.range(0, words.length).allMatch(i -> tokens.get(i).is(words[i]));
  }

  boolean startWithAny(String... phrases) {
    return Arrays.stream(phrases).anyMatch(this::start);
  }

  /** Whether the keyword stands anywhere outside strings and quoted names. */
  boolean contain(String word) {
    return tokens.stream().anyMatch(t -> t.is(word));
  }

  /** Every token in lower case. */
  Stream<String> texts() {
    return tokens.stream().map(t -> t.text().toLowerCase(Locale.ROOT));
  }

  /** The string literals, as written. */
  List<String> strings() {
    return tokens.stream().filter(t -> t.kind() == Token.Kind.STRING).map(Token::text).toList();
  }
}
