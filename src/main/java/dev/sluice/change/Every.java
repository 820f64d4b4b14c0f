package dev.sluice.change;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often something is done by itself; {@code off}: never. */
public record Every(Optional<Duration> period) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([mhd])");

  /** Reads {@code 30m}, {@code 24h}, {@code 7d} and {@code off}. */
  public static Every parse(String text) {
    if (text.equals("off")) {
      return new Every(Optional.empty());
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || matcher.group(1).matches("0+")) {
      throw new IllegalArgumentException("must be off, or a duration like 30m, 24h or 7d");
    }
    long n = Long.parseLong(matcher.group(1));
    return new Every(
        Optional.of(
            switch (matcher.group(2)) {
              case "m" -> Duration.ofMinutes(n);
              case "h" -> Duration.ofHours(n);
              default -> Duration.ofDays(n);
            }));
  }
}
