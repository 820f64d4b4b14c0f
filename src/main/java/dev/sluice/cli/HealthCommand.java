package dev.sluice.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice health}: for a container's health check, where there is no curl. */
@Command(
    name = "health",
    description = "Asks a running Sluice whether it is well.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:it is", " 1:it is not, or does not answer", ExitCodes.USAGE_TEXT},
    footerHeading = "%nExamples:%n",
    footer = {"  sluice health", "  sluice health --url http://127.0.0.1:8080/readyz"})
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080/healthz",
      description = "What to ask; ${DEFAULT-VALUE} when left out.")
  URI url = URI.create("http://127.0.0.1:8080/healthz");

  @Override
  public Integer call() throws InterruptedException {
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      spec.commandLine().getOut().println(url + " answers " + status);
      return status == 200 ? ExitCodes.OK : ExitCodes.PROBLEM;
    } catch (IOException e) {
      throw new CommandFailed(url + " does not answer: " + e.getClass().getSimpleName(), e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(url + " cannot be asked: " + e.getMessage(), e);
    }
  }
}
