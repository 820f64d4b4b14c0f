package dev.sluice.review.rules.syntax;

import dev.sluice.language.Message;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Characters that look like SQL and are part of a name to every engine. */
final class Confusables {
  private static final Map<Character, String> OTHERS =
      Map.ofEntries(
          Map.entry('\u3000', " "),
          Map.entry('\u00A0', " "),
          Map.entry('\u202F', " "),
          Map.entry('\u2028', "\n"),
          Map.entry('\u3002', "."),
          Map.entry('\u3001', ","),
          Map.entry('\u2018', "'"),
          Map.entry('\u2019', "'"),
          Map.entry('\u201C', "\""),
          Map.entry('\u201D', "\""),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2212', "-"),
          Map.entry('\u037E', ";"),
          Map.entry('\uFEFF', ""));

  private Confusables() {}

  /**
   * One such character.
   *
   * @param likeness what it looks like; empty when it cannot be seen
   */
  record Confusable(Place place, char character, String likeness) {
    Message words() {
      String code = String.format("U+%04X", (int) character);
      boolean visible = !Character.isSpaceChar(character) && !likeness.isEmpty();
      String shown = visible ? "\"" + character + "\" (" + code + ")" : code;
      if (likeness.isEmpty()) {
        return Message.of("character %s cannot be seen", shown);
      }
      return likeness.isBlank()
          ? Message.of("character %s only looks like a blank", shown)
          : Message.of("character %s only looks like \"%s\"", shown, likeness);
    }
  }

  /** Outside of strings, quoted names and comments. */
  static Stream<Confusable> in(Statement statement) {
    return statement.tokens().stream()
        .filter(t -> t.kind() == Token.Kind.WORD)
        .flatMap(Confusables::in);
  }

  private static Stream<Confusable> in(Token word) {
    return IntStream.range(0, word.text().length())
        .boxed()
        .flatMap(
            i ->
                likeness(word.text().charAt(i))
                    .map(l -> new Confusable(at(word, i), word.text().charAt(i), l))
                    .stream());
  }

  private static Place at(Token word, int index) {
    Position start = word.place().start();
    Position from = new Position(start.line(), start.column() + index);
    Position to = new Position(start.line(), start.column() + index + 1);
    return new Place(word.place().offset() + index, 1, from, to);
  }

  private static Optional<String> likeness(char character) {
    boolean wide = character >= '\uFF01' && character <= '\uFF5E';
    char narrow = wide ? (char) (character - '\uFEE0') : character;
    if (wide && !Character.isLetterOrDigit(narrow)) {
      return Optional.of(String.valueOf(narrow));
    }
    boolean invisible = character >= '\u200B' && character <= '\u200F';
    boolean blank = character >= '\u2000' && character <= '\u200A';
    return invisible
        ? Optional.of("")
        : blank ? Optional.of(" ") : Optional.ofNullable(OTHERS.get(character));
  }
}
