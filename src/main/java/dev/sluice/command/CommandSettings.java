package dev.sluice.command;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;

/** How comments become commands. */
@Doc("How comments become commands.")
public record CommandSettings(
    @Doc("What a command begins with.") @Default("/db") String prefix,
    @Doc("A command that was lost on the way and is found later runs only if it is younger.")
        @Default("10m")
        Duration maxAge) {
  public CommandSettings {
    if (!prefix.matches("/[a-z][a-z0-9_-]*")) {
      throw new IllegalArgumentException("prefix must be a slash and lower-case letters: /db");
    }
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException("max_age must be longer than nothing");
    }
  }
}
