package dev.sluice.store;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import dev.sluice.setting.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where Sluice keeps its own state. */
@Doc("Where Sluice keeps its own state.")
public record StoreSettings(
    @Doc(
            "jdbc:sqlite:<file>, on a local disk, relative to the working directory, for one process;"
                + " or jdbc:postgresql://host:5432/name, without credentials, for one or several.")
        @Default("jdbc:sqlite:data/sluice.db")
        String url,
    @Doc("The account on PostgreSQL; owner of the tables.") Optional<String> username,
    @Doc("Its password.") Optional<Secret> password) {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRES = "jdbc:postgresql:";
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)//[^/?]*@|[?&;](user|password|sslpassword)=");

  public StoreSettings {
    if (CREDENTIALS.matcher(url).find()) { // its value must not get into the message
      throw new IllegalArgumentException(
          "url must not contain credentials: use username and password");
    }
    if (password.isPresent() && username.isEmpty()) {
      throw new IllegalArgumentException("password needs a username");
    }
    if (username.isPresent() && url.startsWith(SQLITE)) {
      throw new IllegalArgumentException("an SQLite file has no accounts: leave username out");
    }
  }

  public static StoreSettings sqlite(Path file) {
    return new StoreSettings(SQLITE + file, Optional.empty(), Optional.empty());
  }

  /** Whether Sluice can keep its state there: PostgreSQL, or an SQLite file, not one in memory. */
  public static boolean supports(String url) {
    boolean file = url.length() > SQLITE.length() && !url.contains(":memory:");
    return url.startsWith(POSTGRES) || (url.startsWith(SQLITE) && file);
  }

  boolean onPostgres() {
    if (!supports(url)) {
      throw new StoreUnavailable(
          "store.url must be jdbc:sqlite:<file> (a file on a local disk) or jdbc:postgresql://…,"
              + " but is "
              + url);
    }
    return url.startsWith(POSTGRES);
  }

  /** The SQLite file. */
  Path file() {
    String path = url.substring(SQLITE.length());
    int options = path.indexOf('?');
    return Path.of(options < 0 ? path : path.substring(0, options)).toAbsolutePath();
  }
}
