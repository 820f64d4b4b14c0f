package dev.sluice.change;

import java.util.Locale;
import java.util.Map;

/**
 * Somebody, or a set of people, named in the configuration: {@code @lin}, {@code group:shop/dba},
 * {@code level:maintainer}, {@code owners}.
 */
public sealed interface Approver {
  /** One GitLab user. */
  record User(String username) implements Approver {
    @Override
    public String toString() {
      return "@" + username;
    }
  }

  /** Everybody in a GitLab group, inherited and nested members too. */
  record Group(String path) implements Approver {
    @Override
    public String toString() {
      return "group:" + path;
    }
  }

  /** Everybody with at least this access level in the repository (30 developer, 40 maintainer). */
  record Level(int atLeast) implements Approver {
    @Override
    public String toString() {
      return "level:" + atLeast;
    }
  }

  /** The project's owners. */
  record Owners() implements Approver {
    @Override
    public String toString() {
      return "owners";
    }
  }

  Map<String, Integer> LEVELS =
      Map.of("guest", 10, "reporter", 20, "developer", 30, "maintainer", 40, "owner", 50);

  /** Reads the configured form; throws IllegalArgumentException that says what may stand there. */
  static Approver parse(String text) {
    if (text.startsWith("@") && text.length() > 1) {
      return new User(text.substring(1));
    }
    if (text.startsWith("group:") && text.length() > 6) {
      return new Group(text.substring(6));
    }
    if (text.startsWith("level:")) {
      Integer level = LEVELS.get(text.substring(6).toLowerCase(Locale.ROOT));
      if (level != null) {
        return new Level(level);
      }
    }
    if (text.equals("owners")) {
      return new Owners();
    }
    throw new IllegalArgumentException(
        "is no approver: write @user, group:path, level:maintainer or owners");
  }
}
