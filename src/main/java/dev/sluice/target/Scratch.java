package dev.sluice.target;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Databases on scratch servers: their names, and what is made in them. */
final class Scratch {
  static final String PREFIX = "sluice_shadow_";

  /** What a crash left behind is dropped when it is so old that nobody works with it. */
  static final long LEFT_BEHIND_MILLIS = Duration.ofHours(1).toMillis();

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LOCK = Duration.ofSeconds(5);
  private static final Duration STATEMENT = Duration.ofSeconds(30);
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)_[0-9a-f]+");
  private static final Pattern DATABASE = Pattern.compile("(jdbc:\\w+://[^/?]+)/?([^?]*)(\\?.*)?");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Scratch() {}

  /** A definition, and what it defines in words. */
  record Definition(String what, String sql) {}

  static String newName(long now) {
    byte[] bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    return PREFIX + now + "_" + HexFormat.of().formatHex(bytes);
  }

  static boolean leftBehind(String name, long now) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && now - Long.parseLong(matcher.group(1)) > LEFT_BEHIND_MILLIS;
  }

  /** The way into one of the server's databases. */
  static TargetSettings into(ShadowSettings server, Optional<String> database) {
    Matcher matcher = DATABASE.matcher(server.url());
    String url =
        matcher.matches() && database.isPresent()
            ? matcher.group(1)
                + "/"
                + database.get()
                + Optional.ofNullable(matcher.group(3)).orElse("")
            : server.url();
    return new TargetSettings(
        "shadow",
        Optional.empty(),
        url,
        server.username(),
        server.password(),
        Optional.empty(),
        Optional.empty(),
        CONNECT,
        LOCK,
        STATEMENT);
  }

  /**
   * Makes everything, whatever the order: what fails for want of something else is tried again as
   * long as anything succeeds.
   *
   * @return what could not be made
   */
  static List<String> make(Connection connection, List<Definition> definitions) {
    List<Definition> left = definitions;
    int before = Integer.MAX_VALUE;
    while (!left.isEmpty() && left.size() < before) {
      before = left.size();
      left = left.stream().filter(d -> !made(connection, d)).toList();
    }
    return new ArrayList<>(left.stream().map(Definition::what).distinct().toList());
  }

  private static boolean made(Connection connection, Definition definition) {
    try {
      Rows.execute(connection, definition.sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
