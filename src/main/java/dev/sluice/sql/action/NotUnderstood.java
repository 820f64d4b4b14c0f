package dev.sluice.sql.action;

/** A reader met something that it does not know; never leaves this package. */
final class NotUnderstood extends RuntimeException {
  NotUnderstood(String reason) {
    super(reason, null, false, false);
  }

  /** Why, in words for the "not fully reviewed" note. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
