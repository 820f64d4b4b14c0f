package dev.sluice.catalog;

/**
 * A server's version.
 *
 * @param text as the server says it
 */
public record ServerVersion(int major, int minor, String text)
    implements Comparable<ServerVersion> {
  public boolean atLeast(int wantedMajor, int wantedMinor) {
    return major != wantedMajor ? major > wantedMajor : minor >= wantedMinor;
  }

  @Override
  public int compareTo(ServerVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }
}
