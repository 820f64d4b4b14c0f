package dev.sluice.command;

import dev.sluice.flow.note.Markdown;

/**
 * What a command answers.
 *
 * @param done shown as a tick or a cross on the comment
 * @param markdown escaped already
 */
public record Reply(boolean done, String markdown) {
  /** Done, in words that may hold text from outside. */
  public static Reply done(String text) {
    return new Reply(true, Markdown.escape(text));
  }

  public static Reply refused(String text) {
    return new Reply(false, Markdown.escape(text));
  }
}
