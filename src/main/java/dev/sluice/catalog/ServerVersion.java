package dev.sluice.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's version.
 *
 * @param text as the server says it
 */
public record ServerVersion(int major, int minor, String text)
    implements Comparable<ServerVersion> {
  private static final Pattern PATCH =
      Pattern.compile("^(?:5\\.5\\.5-)?\\d+\\.\\d+\\.(?<patch>\\d{1,6})");

  public boolean atLeast(int wantedMajor, int wantedMinor) {
    return major != wantedMajor ? major > wantedMajor : minor >= wantedMinor;
  }

  /** The same with the third number; a version that does not tell it counts as the newest. */
  public boolean atLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
    boolean same = major == wantedMajor && minor == wantedMinor;
    return same ? patch() >= wantedPatch : atLeast(wantedMajor, wantedMinor);
  }

  private int patch() {
    Matcher third = PATCH.matcher(text);
    return third.find() ? Integer.parseInt(third.group("patch")) : Integer.MAX_VALUE;
  }

  @Override
  public int compareTo(ServerVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }
}
