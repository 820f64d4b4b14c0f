package dev.sluice.deploy.executor;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A statement's tokens without the fences of version comments. */
record MysqlWords(List<Token> tokens) {
  static MysqlWords of(Statement statement) {
    return new MysqlWords(
        statement.tokens().stream()
            .filter(t -> t.kind() != Token.Kind.PUNCTUATION || !isFence(t.text()))
            .toList());
  }

  private static boolean isFence(String text) {
    return text.startsWith("/*") || text.equals("*/");
  }

  /** The first word in upper case, empty when there is none. */
  String first() {
    return tokens.isEmpty() ? "" : tokens.get(0).text().toUpperCase(Locale.ROOT);
  }

  boolean start(String... words) {
    return tokens.size() >= words.length
        && IntStream.range(0, words.length).allMatch(i -> tokens.get(i).is(words[i]));
  }

  boolean contain(String... words) {
    return IntStream.rangeClosed(0, tokens.size() - words.length)
        .anyMatch(i -> new MysqlWords(tokens.subList(i, tokens.size())).start(words));
  }

  /** The name behind the first such word, IF [NOT] EXISTS left out. */
  Optional<ObjectName> nameBehind(String word) {
    List<Token> rest =
        tokens.stream()
            .dropWhile(t -> !t.is(word))
            .skip(1)
            .dropWhile(t -> Arrays.asList("IF", "NOT", "EXISTS").contains(upper(t)))
            .toList();
    if (rest.isEmpty() || !rest.get(0).isName()) {
      return Optional.empty();
    }
    boolean qualified = rest.size() > 2 && rest.get(1).is(".") && rest.get(2).isName();
    return Optional.of(
        qualified
            ? ObjectName.of(folded(rest.get(0)), folded(rest.get(2)))
            : ObjectName.of(folded(rest.get(0))));
  }

  private static String upper(Token token) {
    return token.kind() == Token.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
  }

  private static String folded(Token token) {
    return token.folded(Dialect.MYSQL);
  }
}
