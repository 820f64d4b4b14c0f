package dev.sluice.review.engine;

import dev.sluice.change.Sha256;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Numbers equal findings of one script. A fingerprint holds no line number, so that a rebase, a new
 * comment or a reformat keeps it and a changed statement does not.
 */
final class Fingerprints {
  private final String path;
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(String path) {
    this.path = path;
  }

  String next(Found found) {
    String key = found.rule().info().id() + "|" + path + "|" + found.text();
    return Sha256.of(key + "|" + seen.merge(key, 1, Integer::sum));
  }

  static String normalise(Statement statement) {
    return statement.tokens().stream()
        .map(t -> t.kind() == Token.Kind.WORD ? t.text().toLowerCase(Locale.ROOT) : t.text())
        .collect(Collectors.joining(" "));
  }

  static String normalise(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
