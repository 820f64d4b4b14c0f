package dev.sluice.demo.page;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;

/**
 * Lets only pages of the stand-in itself use its forms. There is no login, so another site in the
 * same browser must neither post here nor read it under a name that resolves to loopback.
 */
final class Guard {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

  private Guard() {}

  static void check(Context http) {
    var host = http.host();
    if (host == null || !NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
      throw new ForbiddenResponse("only on loopback");
    }
    var origin = http.header("Origin");
    var site = http.header("Sec-Fetch-Site");
    var foreign = origin != null && !origin.equals("http://" + host);
    var crossSite = site != null && !Set.of("same-origin", "none").contains(site);
    if (http.method().name().equals("POST") && (foreign || crossSite)) {
      throw new ForbiddenResponse("only from this page");
    }
  }

  /** No script, style or address but its own. */
  static void headers(Context http) {
    http.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    http.header("X-Content-Type-Options", "nosniff");
    http.header("Referrer-Policy", "same-origin");
    http.header("Cache-Control", "no-store");
  }
}
