package dev.sluice.flow.answer;

import dev.sluice.change.Remark;
import dev.sluice.review.Severity;

/** One sign per meaning, everywhere the same. */
final class Icons {
  private Icons() {}

  static String of(Severity severity) {
    return switch (severity) {
      case ERROR -> "⛔";
      case WARNING -> "⚠️";
      case INFO, OFF -> "ℹ️";
    };
  }

  static String of(Remark.Level level) {
    return switch (level) {
      case ERROR -> "⛔";
      case INCOMPLETE -> "🕶️";
      case WARNING -> "⚠️";
      case INFO -> "ℹ️";
    };
  }
}
