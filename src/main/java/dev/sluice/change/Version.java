package dev.sluice.change;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A script's version; {@code 2} comes before {@code 10}, and {@code 1.0} equals {@code 1}. */
public record Version(List<BigInteger> parts) implements Comparable<Version> {
  public Version {
    int last = parts.size();
    while (last > 1 && parts.get(last - 1).signum() == 0) {
      last--;
    }
    parts = List.copyOf(parts.subList(0, last));
  }

  /**
   * @param text digits with dots, as in {@link ScriptName#version}
   */
  public static Version parse(String text) {
    return new Version(Arrays.stream(text.split("\\.")).map(BigInteger::new).toList());
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = part(i).compareTo(other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger part(int i) {
    return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
  }

  @Override
  public String toString() {
    return String.join(".", parts.stream().map(BigInteger::toString).toList());
  }
}
