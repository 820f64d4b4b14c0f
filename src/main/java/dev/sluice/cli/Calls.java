package dev.sluice.cli;

import dev.sluice.Application;
import dev.sluice.LiveSchemas;
import dev.sluice.change.TargetName;
import dev.sluice.config.BadConfig;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.demo.tour.Demo;
import dev.sluice.flow.TellHistory;
import dev.sluice.flow.deploy.TellBackups;
import dev.sluice.flow.schema.CompareTargets;
import dev.sluice.store.Ledger;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.StoreUnavailable;
import dev.sluice.store.lanes.LaneSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the command line hands over to the rest: the one place that knows who does the work. */
final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private Calls() {}

  /** Runs until the process is told to stop; returns the exit code. */
  static int serve(Path config) throws InterruptedException {
    Application sluice = start(config);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("stopping");
                  sluice.close();
                  stopped.countDown();
                },
                "shutdown"));
    LOG.info(
        "Sluice {} listens on port {}, configured by {}",
        VersionOfJar.number(),
        sluice.port(),
        config.toAbsolutePath());
    stopped.await();
    return 0;
  }

  private static Application start(Path config) {
    try {
      return Application.start(
          watch(config, ConfigCommand.reader()), Clock.systemUTC(), LaneSettings.defaults());
    } catch (StoreUnavailable e) {
      throw new CommandFailed(e.getMessage() + "", e);
    }
  }

  /**
   * Runs the tour.
   *
   * @param port 0 lets the system choose
   * @param headless without a page and without waiting: the exit code says whether each step worked
   */
  static int demo(boolean headless, int port) throws Exception {
    return Demo.run(headless, port, System.out);
  }

  /**
   * What of the record.
   *
   * @param mergeRequest like {@code 42!7}
   */
  record Asked(Optional<String> target, Optional<String> mergeRequest, Optional<String> table) {}

  /** Prints the record to stdout. */
  static int history(Path config, Asked asked, boolean verify) {
    try (StoreDatabase store =
        StoreDatabase.openReadOnly(
            watch(config, ConfigCommand.readerWithoutSecrets()).current().store(),
            Clock.systemUTC())) {
      TellHistory history = new TellHistory(store);
      tell(lines(history, asked), "Nothing of it is on record.");
      return verify ? verify(history.verify()) : 0;
    } catch (StoreUnavailable e) {
      throw new CommandFailed(e.getMessage() + "", e);
    }
  }

  /** Prints the backups that lie on targets to stdout. */
  static int backups(Path config, Optional<String> target) {
    try (StoreDatabase store =
        StoreDatabase.openReadOnly(
            watch(config, ConfigCommand.readerWithoutSecrets()).current().store(),
            Clock.systemUTC())) {
      TellBackups backups = new TellBackups(store);
      tell(
          target.map(t -> backups.of(TargetName.parse(t))).orElseGet(backups::all),
          "No rows are kept.");
      return 0;
    } catch (StoreUnavailable | IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage() + "", e);
    }
  }

  private static void tell(List<String> lines, String without) {
    (lines.isEmpty() ? List.of(without) : lines).forEach(System.out::println);
  }

  private static List<String> lines(TellHistory history, Asked asked) {
    try {
      if (asked.mergeRequest().isPresent()) {
        return history.ofMergeRequest(asked.mergeRequest().get());
      }
      if (asked.table().isPresent()) {
        return history.ofTable(asked.table().get(), asked.target());
      }
      return asked.target().map(history::ofTarget).orElseGet(history::all);
    } catch (IllegalArgumentException e) {
      String option =
          asked
              .mergeRequest()
              .map(m -> "--mr " + m)
              .orElse("--target " + asked.target().orElse(""));
      throw new CommandFailed(option + ": " + e.getMessage());
    }
  }

  /** Prints what two environments of a database do not share; 1 when there is something. */
  static int compare(Path config, CompareCommand.Asked asked) {
    try {
      CompareTargets.Outcome outcome =
          LiveSchemas.comparing(watch(config, ConfigCommand.reader()).current())
              .compare(asked.database(), asked.one(), asked.other(), asked.whole());
      outcome.lines().forEach(System.out::println);
      return outcome.same() ? 0 : 1;
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage() + "");
    }
  }

  private static int verify(Ledger.Verification verification) {
    if (verification instanceof Ledger.Verification.Ok ok) {
      System.out.printf(
          "The ledger is whole: %d entries, head %d:%s%n",
          ok.count(), ok.head().id(), ok.head().hash());
      return 0;
    }
    Ledger.Verification.Broken broken = (Ledger.Verification.Broken) verification;
    System.out.printf("The ledger was changed at entry %d: %s%n", broken.id(), broken.why());
    return 1;
  }

  private static ConfigWatch watch(Path config, ConfigReader reader) {
    try {
      return ConfigWatch.start(config, reader);
    } catch (BadConfig e) {
      throw new CommandFailed(e.getMessage() + "");
    }
  }
}
