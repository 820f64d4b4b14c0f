package dev.sluice.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice demo}. */
@Command(
    name = "demo",
    description =
        "Shows the whole flow with a stand-in GitLab and databases of its own: offline, nothing to"
            + " configure, gone when it ends.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:every step of the tour was seen to succeed",
      " 1:a step failed",
      ExitCodes.USAGE_TEXT
    },
    footerHeading = "%nExamples:%n",
    footer = {"  sluice demo", "  sluice demo --headless"})
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--headless",
      description = "Run the tour without a browser and end; for scripts.")
  boolean headless;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the page on loopback; 0 lets the system choose.")
  int port;

  @Override
  public Integer call() throws Exception {
    return Calls.demo(headless, port);
  }
}
