package dev.sluice.cli.logging;

/** How log lines look. */
public enum LogFormat {
  /** Text on a terminal, JSON otherwise. */
  AUTO,
  TEXT,
  JSON;

  boolean text(boolean terminal) {
    return this == TEXT || (this == AUTO && terminal);
  }
}
