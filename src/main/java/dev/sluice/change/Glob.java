package dev.sluice.change;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pattern over repository paths: {@code *} within a folder, {@code **} over any number of
 * folders, none included ({@code orders/**}{@code /*.sql} matches {@code orders/V1__a.sql} too).
 */
public final class Glob {
  private final String pattern;
  private final List<PathMatcher> matchers;

  private Glob(String pattern) {
    this.pattern = pattern;
    this.matchers =
        Stream.of(pattern, pattern.replace("**/", ""))
            .distinct()
            .map(p -> FileSystems.getDefault().getPathMatcher("glob:" + p))
            .toList();
  }

  /** Throws IllegalArgumentException when the pattern is malformed. */
  public static Glob parse(String pattern) {
    return new Glob(pattern);
  }

  public boolean matches(String path) {
    Path candidate = Path.of(path);
    return matchers.stream().anyMatch(m -> m.matches(candidate));
  }

  /** The folder in front of the first wildcard: what this pattern watches. */
  public String folder() {
    int wildcard = pattern.split("[*?\\[{]", 2)[0].length();
    int slash = pattern.lastIndexOf('/', Math.max(0, wildcard - 1));
    return slash < 0 ? "" : pattern.substring(0, slash + 1);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
