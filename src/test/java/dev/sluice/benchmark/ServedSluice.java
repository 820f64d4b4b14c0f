package dev.sluice.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./sluice serve} as a process. */
final class ServedSluice implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LISTEN = Pattern.compile("listen: \"(127\\.0\\.0\\.1:\\d+)\"");

  private final Process process;
  private final String address;

  /** From the start of the process until {@code /readyz} said yes. */
  final Duration ready;

  private ServedSluice(Process process, String address, Duration ready) {
    this.process = process;
    this.address = address;
    this.ready = ready;
  }

  static ServedSluice start(Path config) throws IOException, InterruptedException {
    Matcher listen = LISTEN.matcher(Files.readString(config));
    if (!listen.find()) {
      throw new IllegalArgumentException(config + " has no listen address");
    }
    File log = config.resolveSibling("serve.log").toFile();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder("./sluice", "serve", "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    awaitReady(process, listen.group(1), log);
    return new ServedSluice(process, listen.group(1), Duration.ofNanos(System.nanoTime() - start));
  }

  private static void awaitReady(Process process, String address, File log)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpClient client = HttpClient.newHttpClient();
    URI uri = URI.create("http://" + address + "/readyz");
    while (!ready(client, uri)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException("serve does not get ready: see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static boolean ready(HttpClient client, URI uri) throws InterruptedException {
    try {
      return client
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI webhooks() {
    return URI.create("http://" + address + "/webhooks/gitlab");
  }

  /** VmRSS of proc(5), in megabytes. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
