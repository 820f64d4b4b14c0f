package dev.sluice.command;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import java.util.Optional;

/**
 * What a command answers.
 *
 * @param done shown as a tick or a cross on the comment
 * @param words plain text, which may hold text from outside
 * @param ready instead: Markdown, escaped and in the right language already
 */
public record Reply(boolean done, Message words, Optional<String> ready) {
  @FormatMethod
  public static Reply done(@FormatString String template, Object... args) {
    return of(true, Message.of(template, args));
  }

  @FormatMethod
  public static Reply refused(@FormatString String template, Object... args) {
    return of(false, Message.of(template, args));
  }

  public static Reply of(boolean done, Message words) {
    return new Reply(done, words, Optional.empty());
  }

  public static Reply ready(String markdown) {
    return new Reply(true, Message.verbatim(""), Optional.of(markdown));
  }

  String markdown(Language language) {
    return ready.orElseGet(() -> Markdown.escape(language.say(words)));
  }
}
