package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.review.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A waiver in words. */
final class Waived {
  private Waived() {}

  /** For a reply in the finding's thread, as Markdown. */
  static String words(Waiver waiver, Language language) {
    return "🔕 " + Markdown.escape(language.say(sentence(waiver)));
  }

  /** Plain text: who, until when, why. */
  static Message sentence(Waiver waiver) {
    return waiver
        .until()
        .map(
            end ->
                Message.of("Waived by %s until %s: %s", waiver.by(), lastDay(end), waiver.reason()))
        .orElseGet(() -> Message.of("Waived by %s: %s", waiver.by(), waiver.reason()));
  }

  private static LocalDate lastDay(Instant end) {
    return LocalDate.ofInstant(end.minus(Duration.ofSeconds(1)), ZoneOffset.UTC);
  }
}
