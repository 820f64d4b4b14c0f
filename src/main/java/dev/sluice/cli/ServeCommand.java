package dev.sluice.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice serve}. */
@Command(
    name = "serve",
    description = "Listens to GitLab and does the work until it is stopped.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 1:the configuration has problems, or the start failed",
      ExitCodes.USAGE_TEXT,
      " 130, 143:stopped as asked, by Ctrl-C or SIGTERM"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice serve",
      "  sluice serve --config /etc/sluice/bot-config.yml --log-format json"
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "bot-config.yml",
      description = "The configuration; ${DEFAULT-VALUE} when left out.")
  Path config = Path.of("bot-config.yml");

  @Override
  public Integer call() throws Exception {
    return Calls.serve(config);
  }
}
