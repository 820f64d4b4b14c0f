package dev.sluice.review.rules.object;

import java.util.Locale;

/** Words for messages. */
final class Names {
  private Names() {}

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
