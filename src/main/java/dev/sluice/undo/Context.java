package dev.sluice.undo;

import dev.sluice.sql.Action;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The statement that an action stands in, for what the action does not say. */
record Context(Statement statement) {
  /** The tokens of a clause. */
  List<Token> tokens(Place place) {
    return statement.tokens().stream()
        .filter(t -> t.place().offset() >= place.offset())
        .filter(t -> t.place().endOffset() <= place.endOffset())
        .toList();
  }

  /** The name behind the first of these words in a row. */
  Optional<Token> behind(Action action, String... words) {
    List<Token> tokens = tokens(action.place());
    return IntStream.range(0, tokens.size() - words.length)
        .filter(i -> IntStream.range(0, words.length).allMatch(w -> tokens.get(i + w).is(words[w])))
        .mapToObj(i -> tokens.get(i + words.length))
        .findFirst();
  }

  boolean has(Action action, String... words) {
    return behind(action, words).isPresent();
  }

  /** The statement's text from the place on, as long as it is. */
  String text(Place place) {
    int from = place.offset() - statement.place().offset();
    return statement
        .text()
        .substring(from, Math.min(statement.text().length(), from + place.length()));
  }
}
