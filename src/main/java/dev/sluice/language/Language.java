package dev.sluice.language;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language that Sluice speaks. */
public enum Language {
  EN(", "),
  ZH("，");

  private final String comma;

  Language(String comma) {
    this.comma = comma;
  }

  /** As the configuration names it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A message that is made here. */
  @FormatMethod
  public String say(@FormatString String template, Object... args) {
    return say(Message.of(template, args));
  }

  /** What has no translation is said in English. */
  public String say(Message message) {
    Object[] args = message.args().stream().map(this::argument).toArray();
    return String.format(Locale.ROOT, text(message.template()), args);
  }

  /** For sentences without arguments, which are no templates. */
  public String text(String english) {
    return translation(english).orElse(english);
  }

  /** Empty where the bundle has nothing for it; never for English. */
  public Optional<String> translation(String english) {
    return this == EN
        ? Optional.of(english)
        : Optional.ofNullable(Chinese.BUNDLE.texts().get(english));
  }

  private Object argument(Object value) {
    if (value instanceof Sayable sayable) {
      return say(sayable.said());
    }
    return value instanceof Collection<?> list ? joined(list) : value;
  }

  /** Names are listed as in SQL, phrases as in the language. */
  private String joined(Collection<?> list) {
    boolean phrases = list.stream().anyMatch(Sayable.class::isInstance);
    return list.stream()
        .map(this::argument)
        .map(String::valueOf)
        .collect(Collectors.joining(phrases ? comma : ", "));
  }

  /** Read when it is first needed. */
  private static final class Chinese {
    static final Bundle BUNDLE = Bundle.read("zh");
  }
}
