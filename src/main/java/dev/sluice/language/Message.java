package dev.sluice.language;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;

/**
 * Something to say, not yet in a language.
 *
 * @param template English, with {@code %s} for each argument; bundles find their text by it, so it
 *     never contains a name
 * @param args names, numbers, what is {@link Sayable}, or lists of these
 */
public record Message(String template, List<Object> args) implements Sayable {
  public Message {
    args = List.copyOf(args);
  }

  /** The compiler holds that the template is a constant and has the arguments it asks for. */
  @FormatMethod
  public static Message of(@FormatString String template, Object... args) {
    return new Message(template, List.of(args));
  }

  /** Text from elsewhere, the same in every language: what a server or a person said. */
  public static Message verbatim(String text) {
    return new Message("%s", List.of(text));
  }

  /** A text without arguments that is looked up as it is, or stays as it is. */
  public static Message text(String english) {
    return new Message(english.replace("%", "%%"), List.of());
  }

  @Override
  public Message said() {
    return this;
  }

  /** In English, for logs and tests. */
  @Override
  public String toString() {
    return Language.EN.say(this);
  }
}
