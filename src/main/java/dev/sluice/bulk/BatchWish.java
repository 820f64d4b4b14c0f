package dev.sluice.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code -- sluice: batch size=1000 key=id pause=100ms max_lag=5s} asks for.
 *
 * @param size the most rows that one batch goes through
 * @param key the columns to go by, as written; empty for the primary key
 * @param pause between two batches
 * @param maxLag of a replica, above which the next batch waits
 */
public record BatchWish(
    OptionalInt size, List<String> key, Optional<Duration> pause, Optional<Duration> maxLag) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final int MOST = 1_000_000;

  public BatchWish {
    key = List.copyOf(key);
  }

  /** Throws IllegalArgumentException with what is wrong, one sentence. */
  public static BatchWish parse(String rest) {
    OptionalInt size = OptionalInt.empty();
    List<String> key = List.of();
    Optional<Duration> pause = Optional.empty();
    Optional<Duration> maxLag = Optional.empty();
    List<String> seen = new ArrayList<>();
    for (String part : rest.isBlank() ? new String[0] : rest.strip().split("\\s+", -1)) {
      String[] option = part.split("=", 2);
      String name = option[0].toLowerCase(Locale.ROOT);
      if (option.length < 2 || option[1].isEmpty() || seen.contains(name)) {
        throw new IllegalArgumentException("Write each option once, as in size=1000.");
      }
      seen.add(name);
      switch (name) {
        case "size" -> size = OptionalInt.of(size(option[1]));
        case "key" -> key = Arrays.stream(option[1].split(",", -1)).map(String::strip).toList();
        case "pause" -> pause = Optional.of(duration(option[1]));
        case "max_lag" -> maxLag = Optional.of(duration(option[1]));
        default ->
            throw new IllegalArgumentException(
                "The options of batch are size, key, pause and max_lag.");
      }
    }
    return new BatchWish(size, key, pause, maxLag);
  }

  private static int size(String text) {
    boolean fits = text.matches("\\d{1,7}") && Integer.parseInt(text) >= 1;
    if (!fits || Integer.parseInt(text) > MOST) {
      throw new IllegalArgumentException("The size of a batch is a number from 1 to 1000000.");
    }
    return Integer.parseInt(text);
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("A time is written as 100ms, 5s, 2m or 1h.");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
