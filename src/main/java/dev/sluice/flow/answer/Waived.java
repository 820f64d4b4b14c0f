package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.review.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A waiver in words. */
final class Waived {
  private Waived() {}

  /** For a reply in the finding's thread, as Markdown. */
  static String words(Waiver waiver) {
    return "🔕 " + Markdown.escape(sentence(waiver));
  }

  /** Plain text: who, until when, why. */
  static String sentence(Waiver waiver) {
    String until = waiver.until().map(end -> " until " + lastDay(end)).orElse("");
    return "Waived by " + waiver.by() + until + ": " + waiver.reason();
  }

  private static LocalDate lastDay(Instant end) {
    return LocalDate.ofInstant(end.minus(Duration.ofSeconds(1)), ZoneOffset.UTC);
  }
}
