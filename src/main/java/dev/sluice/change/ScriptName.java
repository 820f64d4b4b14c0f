package dev.sluice.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script's file name says.
 *
 * @param version digits with dots, e.g. {@code 42} or {@code 2026.11.22}; empty for a repeatable
 *     one
 */
public record ScriptName(Kind kind, String version, String description) {
  private static final Pattern FLYWAY =
      Pattern.compile(
          "([VU])([0-9]+(?:[._][0-9]+)*)__(.+?)(\\.up|\\.down)?\\.sql", Pattern.CASE_INSENSITIVE);
  private static final Pattern REPEATABLE =
      Pattern.compile("R__(.+)\\.sql", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED =
      Pattern.compile(
          "([0-9]+(?:\\.[0-9]+)*)_(.+?)(\\.up|\\.down)?\\.sql", Pattern.CASE_INSENSITIVE);

  /** How often and which way a script runs. */
  public enum Kind {
    /** Once, in the order of versions. */
    VERSIONED,
    /** Whenever its content changed. */
    REPEATABLE,
    /** The way back of the versioned script with the same version; never run by itself. */
    UNDO
  }

  /**
   * Reads {@code V1__x.sql}, {@code 001_x.sql}, {@code R__x.sql}, {@code U1__x.sql}, {@code
   * 1_x.down.sql}. {@code V1__x.down.sql} is a way back too: it must never run by itself.
   */
  public static Optional<ScriptName> parse(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    Matcher flyway = FLYWAY.matcher(file);
    if (flyway.matches()) {
      boolean back = flyway.group(1).equalsIgnoreCase("U") || down(flyway.group(4));
      Kind kind = back ? Kind.UNDO : Kind.VERSIONED;
      return Optional.of(
          new ScriptName(kind, flyway.group(2).replace('_', '.'), words(flyway.group(3))));
    }
    Matcher repeatable = REPEATABLE.matcher(file);
    if (repeatable.matches()) {
      return Optional.of(new ScriptName(Kind.REPEATABLE, "", words(repeatable.group(1))));
    }
    Matcher numbered = NUMBERED.matcher(file);
    if (numbered.matches()) {
      Kind kind = down(numbered.group(3)) ? Kind.UNDO : Kind.VERSIONED;
      return Optional.of(new ScriptName(kind, numbered.group(1), words(numbered.group(2))));
    }
    return Optional.empty();
  }

  private static boolean down(@Nullable String suffix) {
    return ".down".equalsIgnoreCase(suffix);
  }

  private static String words(String text) {
    return text.replace('_', ' ').strip();
  }
}
