package dev.sluice;

import dev.sluice.config.BotConfig;
import dev.sluice.flow.LiveTargets;
import dev.sluice.flow.schema.CompareTargets;
import dev.sluice.target.CatalogCache;
import java.time.Clock;

/** What the command line asks of the targets themselves, without a running server. */
public final class LiveSchemas {
  private LiveSchemas() {}

  public static CompareTargets comparing(BotConfig config) {
    Current current = new Current(config);
    return new CompareTargets(
        current.landscape(),
        new LiveTargets(current::targets, new CatalogCache(Clock.systemUTC())));
  }
}
