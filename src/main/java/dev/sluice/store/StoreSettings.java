package dev.sluice.store;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.nio.file.Path;

/** Where Sluice keeps its own state. */
@Doc("Where Sluice keeps its own state.")
public record StoreSettings(
    @Doc("jdbc:sqlite:<file>, on a local disk; relative to the working directory.")
        @Default("jdbc:sqlite:data/sluice.db")
        String url) {

  private static final String SQLITE = "jdbc:sqlite:";

  public static StoreSettings defaults() {
    return new StoreSettings("jdbc:sqlite:data/sluice.db");
  }

  public static StoreSettings sqlite(Path file) {
    return new StoreSettings(SQLITE + file);
  }

  /** Whether Sluice can keep its state there: an SQLite file, not one in memory. */
  public static boolean supports(String url) {
    return url.startsWith(SQLITE) && url.length() > SQLITE.length() && !url.contains(":memory:");
  }

  Path file() {
    if (!supports(url)) {
      throw new StoreUnavailable(
          "store.url must be jdbc:sqlite:<file> (a file on a local disk), but is " + url);
    }
    String path = url.substring(SQLITE.length());
    int options = path.indexOf('?');
    return Path.of(options < 0 ? path : path.substring(0, options)).toAbsolutePath();
  }
}
