package dev.sluice.target;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Names of shards, written short: {@code eu}, or {@code t{001..200}}, which counts with the digits
 * of its first number.
 *
 * @param all in order
 */
public record ShardNames(String written, List<String> all) {
  private static final Pattern RANGE = Pattern.compile("([^{}]*)\\{(\\d+)\\.\\.(\\d+)}([^{}]*)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final int MOST = 5_000;

  public ShardNames {
    all = List.copyOf(all);
  }

  /** Throws IllegalArgumentException for what is neither a name nor a range. */
  public static ShardNames parse(String text) {
    Matcher range = RANGE.matcher(text);
    List<String> names = range.matches() ? range(range) : List.of(text);
    names.stream()
        .filter(n -> !NAME.matcher(n).matches())
        .findFirst()
        .ifPresent(
            n -> {
              throw new IllegalArgumentException(
                  "a shard is a name like eu or a range like t{001..200}");
            });
    return new ShardNames(text, names);
  }

  private static List<String> range(Matcher range) {
    long from = Long.parseLong(range.group(2));
    long to = Long.parseLong(range.group(3));
    if (to < from || to - from >= MOST) {
      throw new IllegalArgumentException(
          "a range counts upwards, over " + MOST + " shards at most");
    }
    String digits = "%0" + range.group(2).length() + "d";
    return IntStream.rangeClosed((int) from, (int) to)
        .mapToObj(n -> range.group(1) + String.format(digits, n) + range.group(4))
        .toList();
  }

  @Override
  public String toString() {
    return written;
  }
}
