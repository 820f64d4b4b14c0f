package dev.sluice.cli;

/** A command cannot do its work for a reason that its message tells the user. */
final class CommandFailed extends RuntimeException {
  CommandFailed(String message) {
    super(message);
  }

  CommandFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
