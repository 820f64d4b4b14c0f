package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
    return new Words(statement.tokens());
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

  /** The string literals, as written. */
  List<String> strings() {
    return tokens.stream().filter(t -> t.kind() == Token.Kind.STRING).map(Token::text).toList();
  }
}
