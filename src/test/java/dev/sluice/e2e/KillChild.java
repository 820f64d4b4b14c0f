package dev.sluice.e2e;

import dev.sluice.Application;
import dev.sluice.TestProcess;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.review.rules.Rules;
import dev.sluice.store.lanes.LaneSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Sluice in a process of its own, to be killed; is ready with its port. */
final class KillChild {
  private KillChild() {}

  /**
   * @param args the configuration file, and by how many milliseconds the test's clock is ahead
   */
  public static void main(String[] args) throws IOException {
    ConfigReader reader = new ConfigReader(Surroundings.ofThisProcess(), Rules.infos());
    ConfigWatch config = ConfigWatch.start(Path.of(args[0]), reader);
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(args[1])));
    Application sluice = Application.start(config, clock, LaneSettings.defaults());
    TestProcess.serve(String.valueOf(sluice.port()));
  }
}
