package dev.sluice.flow;

import dev.sluice.language.Message;

/** What came of an order, in words for the person who gave it. */
public record Steered(boolean done, Message words) {
  public static Steered done(Message words) {
    return new Steered(true, words);
  }

  public static Steered refused(Message words) {
    return new Steered(false, words);
  }
}
