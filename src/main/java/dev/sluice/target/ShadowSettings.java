package dev.sluice.target;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Secret;
import java.util.Optional;

/** A scratch server of one engine. */
@Doc(
    "A scratch server on which changes are tried: each in a database of its own, which is dropped"
        + " afterwards. Nothing else may be on it, and its account must not be a superuser: it"
        + " creates databases named sluice_shadow_…, and runs what nobody has approved yet.")
public record ShadowSettings(
    @Doc(
            "JDBC address of the server with a database to log in to: jdbc:postgresql://host/postgres,"
                + " jdbc:mysql://host/, jdbc:mariadb://host/; without credentials.")
        String url,
    @Doc("The account.") Optional<String> username,
    @Doc("Its password.") Optional<Secret> password) {
  public ShadowSettings {
    if (TargetSettings.holdsCredentials(url)) { // its value must not get into the message
      throw new IllegalArgumentException(
          "url must not contain credentials: use username and password");
    }
  }
}
