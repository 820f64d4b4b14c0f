package dev.sluice.review.rules.naming;

import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.rule.NamePattern;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rewording;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Place;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds a name against a pattern and thinks of a better one. */
final class Naming {
  private static final Pattern WORD_BORDER =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private Naming() {}

  static Optional<Problem> problem(
      Message what, String name, NamePattern pattern, Place within, Scene scene) {
    if (pattern.matches(name)) {
      return Optional.empty();
    }
    String better = snakeCase(name);
    boolean fits = pattern.matches(better);
    Message message =
        fits
            ? Message.of("%s name %s does not match %s; %s would", what, name, pattern, better)
            : Message.of("%s name %s does not match %s", what, name, pattern);
    Place place =
        Rewording.ofName(scene.statement(), within, name, better)
            .map(Replacement::place)
            .orElse(within);
    return Optional.of(
        Problem.at(place, message)
            .withReplacement(
                fits && !usedElsewhere(name, scene)
                    ? Rewording.ofName(scene.statement(), within, name, better)
                    : Optional.empty()));
  }

  /** A name as the author wrote it: actions hold it folded. */
  static String written(String folded, Place within, Scene scene) {
    return scene.statement().tokens().stream()
        .filter(t -> t.place().offset() >= within.offset())
        .filter(t -> t.place().endOffset() <= within.endOffset())
        .map(Rewording::unquoted)
        .filter(folded::equalsIgnoreCase)
        .reduce((earlier, later) -> later)
        .orElse(folded);
  }

  /**
   * What is held against the pattern: CAPITALS without quotes are a way of writing, which the
   * engine folds away; in camelCase words run together when it does.
   */
  static String kept(String folded, String written) {
    return written.equals(written.toUpperCase(Locale.ROOT)) ? folded : written;
  }

  static String snakeCase(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return WORD_BORDER
        .matcher(plain)
        .replaceAll("_")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\x00-\\x7F&&[^a-z0-9]]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  /** A new spelling in one place would break the others. */
  private static boolean usedElsewhere(String name, Scene scene) {
    return scene.script().script().statements().stream()
            .flatMap(s -> s.tokens().stream())
            .filter(t -> Rewording.unquoted(t).equalsIgnoreCase(name))
            .count()
        > 1;
  }
}
