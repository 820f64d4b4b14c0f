package dev.sluice.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A version of Sluice: {@code 1.4.0}. */
public record SluiceVersion(int major, int minor, int patch) implements Comparable<SluiceVersion> {
  private static final Pattern WRITTEN = Pattern.compile("\\d{1,4}\\.\\d{1,4}(\\.\\d{1,4})?");

  /** Throws IllegalArgumentException for what is not like {@code 1.4} or {@code 1.4.0}. */
  public static SluiceVersion parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new IllegalArgumentException("is no version of Sluice like 1.4.0");
    }
    List<Integer> parts = Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList();
    return new SluiceVersion(parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : 0);
  }

  @Override
  public int compareTo(SluiceVersion other) {
    return Comparator.comparingInt(SluiceVersion::major)
        .thenComparingInt(SluiceVersion::minor)
        .thenComparingInt(SluiceVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
