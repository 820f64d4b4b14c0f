package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where the command line hands over to the rest: the one place that knows who does the work. */
final class Calls {
  private Calls() {}

  /** Runs until the process is told to stop; returns the exit code. */
  static int serve(Path config) {
    return notBuilt("serve --config " + config);
  }

  /**
   * Runs the tour.
   *
   * @param port 0 lets the system choose
   * @param headless without a page and without waiting: the exit code says whether each step worked
   */
  static int demo(boolean headless, int port) {
    return notBuilt("demo, headless " + headless + ", port " + port);
  }

  /** Prints the record to stdout; {@code mergeRequest} is like {@code 42!7}. */
  static int history(
      Path config, Optional<String> target, Optional<String> mergeRequest, boolean verify) {
    return notBuilt("history of " + config + target + mergeRequest + verify);
  }

  private static int notBuilt(String what) {
    System.err.println("sluice: not built yet: " + what);
    return ExitCodes.PROBLEM;
  }
}
