package dev.sluice.config.bind;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a configuration file. {@code keyPath} is like {@code
 * projects[0].databases} and empty where the file as a whole is meant; {@code reason} continues the
 * sentence that the key begins. Never holds a value that came from the environment or a file.
 */
public record Problem(
    int line, int column, String keyPath, String reason, Optional<String> didYouMean) {

  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::keyPath)
          .thenComparing(Problem::reason);

  static Problem at(Place place, String keyPath, String reason) {
    return new Problem(place.line(), place.column(), keyPath, reason, Optional.empty());
  }

  /** For example {@code 12:5 projects[0].databases: names no database, did you mean "orders"?}. */
  @Override
  public String toString() {
    return line
        + ":"
        + column
        + " "
        + (keyPath.isEmpty() ? "" : keyPath + ": ")
        + reason
        + didYouMean.map(guess -> ", did you mean \"" + guess + "\"?").orElse("");
  }
}
