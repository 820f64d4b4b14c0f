package dev.sluice.config.bind;

import dev.sluice.setting.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How one value is read from text, by type. */
public final class Scalars {
  /**
   * @param what what the value is, as in "is not {what}"
   * @param jsonType its type in a JSON Schema
   */
  public record Scalar(String what, String jsonType, Function<String, ?> parser) {}

  private static final Scalar DURATION =
      new Scalar("a duration like 72h, 10m or 5s", "string", Durations::parse);
  private static final Scalar WHOLE = new Scalar("a whole number", "integer", Integer::valueOf);
  private static final Scalar LONG = new Scalar("a whole number", "integer", Long::valueOf);
  private static final Scalar NUMBER = new Scalar("a number", "number", Double::valueOf);
  private static final Scalar YES_NO = new Scalar("true or false", "boolean", Scalars::yesNo);

  private static final Map<Class<?>, Scalar> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, new Scalar("text", "string", text -> text)),
          Map.entry(Secret.class, new Scalar("a secret", "string", Secret::parse)),
          Map.entry(Duration.class, DURATION),
          Map.entry(int.class, WHOLE),
          Map.entry(Integer.class, WHOLE),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(double.class, NUMBER),
          Map.entry(Double.class, NUMBER),
          Map.entry(boolean.class, YES_NO),
          Map.entry(Boolean.class, YES_NO),
          Map.entry(
              URI.class, new Scalar("an address like https://host/path", "string", URI::create)),
          Map.entry(Path.class, new Scalar("a path", "string", Path::of)),
          Map.entry(Pattern.class, new Scalar("a regular expression", "string", Pattern::compile)),
          Map.entry(LocalTime.class, new Scalar("a time like 22:00", "string", Scalars::time)),
          Map.entry(
              ZoneId.class, new Scalar("a time zone like Asia/Shanghai", "string", Scalars::zone)));

  private Scalars() {}

  static boolean knows(Class<?> type) {
    return KNOWN.containsKey(type) || parseMethod(type).isPresent();
  }

  public static Scalar of(Class<?> type) {
    Scalar known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    Method parse =
        parseMethod(type).orElseThrow(() -> new IllegalArgumentException("no scalar: " + type));
    return new Scalar("", "string", text -> call(parse, text));
  }

  /** A type of a feature's own is a scalar when it has {@code static T parse(String)}. */
  private static Optional<Method> parseMethod(Class<?> type) {
    try {
      Method parse = type.getMethod("parse", String.class);
      boolean fits = Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type;
      return fits ? Optional.of(parse) : Optional.empty();
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static Object call(Method parse, String text) {
    try {
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(parse + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(parse + " cannot be called", e);
    }
  }

  private static Boolean yesNo(String text) {
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /** Midnight at the end of a day is written 24:00. */
  private static LocalTime time(String text) {
    try {
      return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
