package dev.sluice.target;

import java.net.URI;

/** Where a MySQL or MariaDB server is, for programs that do not speak JDBC. */
public record TargetAddress(String host, int port, String database) {
  private static final int USUAL_PORT = 3306;

  /** Throws IllegalArgumentException for a URL that names no host. */
  public static TargetAddress of(String url) {
    URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
    String host = uri.getHost();
    if (host == null) {
      throw new IllegalArgumentException("the url names no server");
    }
    String path = String.valueOf(uri.getPath());
    return new TargetAddress(
        host.replaceAll("[\\[\\]]", ""),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        path.startsWith("/") ? path.substring(1) : path);
  }
}
