package dev.sluice.web;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.net.URI;

/** Where Sluice itself listens, and where people find it. */
@Doc("Where Sluice itself listens, and where people find it.")
public record ServerSettings(
    @Doc("Address and port to listen on; 0.0.0.0:8080 in a container.") @Default("127.0.0.1:8080")
        String listen,
    @Doc("The address under which GitLab and people reach it; links in notes begin with it.")
        @Default("http://127.0.0.1:8080")
        URI url) {
  public ServerSettings {
    if (!listen.matches("(.+|\\[.+]):\\d{1,5}") || portOf(listen) > 65_535) {
      throw new IllegalArgumentException("listen must be an address and a port: 127.0.0.1:8080");
    }
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw new IllegalArgumentException("url must begin with http:// or https://");
    }
  }

  /** The address without its port, an IPv6 one without its brackets. */
  public String host() {
    return listen.substring(0, listen.lastIndexOf(':')).replaceAll("^\\[|]$", "");
  }

  /** 0 lets the system choose. */
  public int port() {
    return portOf(listen);
  }

  private static int portOf(String listen) {
    return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
  }
}
