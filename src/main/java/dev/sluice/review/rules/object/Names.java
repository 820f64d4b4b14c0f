package dev.sluice.review.rules.object;

import dev.sluice.language.Message;
import java.util.Locale;

/** Words for messages. */
final class Names {
  private Names() {}

  static Message capital(String word) {
    return Message.text(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
  }
}
