package dev.sluice.sql.judge;

import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses a statement again with backquotes around the words that its grammar takes for keywords and
 * the servers take for names.
 */
final class NameQuoting {
  /** How many names of one statement are tried. */
  private static final int MOST = 20;

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w$]*");
  private static final Pattern LAST_WORD = Pattern.compile("(?<![\\w$`@.])([A-Za-z_][\\w$]*)\\s+$");

  private final StringBuilder text;
  private final Function<String, Optional<Refusal>> grammar;

  NameQuoting(StringBuilder text, Function<String, Optional<Refusal>> grammar) {
    this.text = text;
    this.grammar = grammar;
  }

  /** What is refused even so, in the text as it was. */
  Optional<Refusal> refusal() {
    Optional<Refusal> refusal = grammar.apply(text.toString());
    for (int quoted = 0; quoted < MOST && refusal.isPresent(); quoted++) {
      Refusal stop = refusal.get();
      Optional<Step> step = names(stop).flatMap(name -> quote(name, stop).stream()).findFirst();
      if (step.isEmpty()) {
        return Optional.of(new Refusal(stop.offset() - 2 * quoted, stop.near()));
      }
      refusal = step.get().refusal();
    }
    return refusal.map(r -> new Refusal(Math.max(0, r.offset() - 2 * MOST), r.near()));
  }

  /** A name quoted with success: the grammar stops further on, or not at all. */
  private record Step(Optional<Refusal> refusal) {}

  private Optional<Step> quote(Refusal name, Refusal stop) {
    int end = name.offset() + name.near().length();
    text.insert(end, '`').insert(name.offset(), '`');
    Optional<Refusal> next = grammar.apply(text.toString());
    if (next.isEmpty() || next.get().offset() > stop.offset() + 2) {
      return Optional.of(new Step(next));
    }
    text.deleteCharAt(end + 1).deleteCharAt(name.offset());
    return Optional.empty();
  }

  /** The refused word, or the one before it, when no server reserves it. */
  private Stream<Refusal> names(Refusal refusal) {
    Matcher before = LAST_WORD.matcher(text).region(0, refusal.offset());
    Stream<Refusal> earlier =
        before.find() ? Stream.of(new Refusal(before.start(1), before.group(1))) : Stream.of();
    return Stream.concat(Stream.of(refusal), earlier).filter(r -> mayBeName(r.near()));
  }

  private static boolean mayBeName(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return WORD.matcher(word).matches()
        && !ReservedNames.WORDS.contains(word)
        && !ReservedNames.WORDS_OF_MYSQL_8.contains(word);
  }
}
