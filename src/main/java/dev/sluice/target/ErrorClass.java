package dev.sluice.target;

/** What an error means for what to do next. */
public enum ErrorClass {
  /** Somebody else was in the way; the transaction may be tried again as a whole. */
  RETRYABLE_LOCK,
  /** No connection was made; nothing ran. */
  NOT_REACHABLE,
  /** The connection broke; what it was doing may or may not have happened. */
  LOST,
  /** The statement was cancelled, by a time limit or by somebody; own flags tell which. */
  TIMEOUT_OR_CANCEL,
  /** The server refused the statement; the same statement will fail again. */
  FAILED
}
