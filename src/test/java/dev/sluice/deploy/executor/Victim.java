package dev.sluice.deploy.executor;

import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Starts a {@link CrashChild} and kills it, as the operating system does: without a last word. */
record Victim(TestDatabase database, Dialect dialect, long token) {
  /** How long an undisturbed run is, in each of the measures by which it can be cut short. */
  record Length(long millis, int requests, int calls) {}

  /** By what a run is cut short. */
  enum Measure {
    /** So many milliseconds after it began. */
    TIME,
    /** When the server has got so many requests; the client gets no answer to the last. */
    REQUESTS,
    /** Within a call of the journal, which is around each statement and each look at the fence. */
    CALLS
  }

  /**
   * How a run ended.
   *
   * @param killed false: it had come to its end before
   * @param last the last that it said
   */
  record End(boolean killed, String last, Length length) {}

  End undisturbed() throws IOException, InterruptedException {
    return run(Measure.CALLS, Integer.MAX_VALUE);
  }

  /**
   * @param at from 1
   */
  End killed(Measure measure, int at) throws IOException, InterruptedException {
    return run(measure, at);
  }

  private End run(Measure measure, int at) throws IOException, InterruptedException {
    if (dialect == Dialect.SQLITE) {
      return follow(start(database, measure, at), measure, at, null);
    }
    try (Proxy proxy = new Proxy(database)) {
      Process child = start(proxy.database(), measure, at);
      if (measure == Measure.REQUESTS) {
        proxy.atRequest(at, child::destroyForcibly);
      }
      return follow(child, measure, at, proxy);
    }
  }

  private Process start(TestDatabase target, Measure measure, int at) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            target.url(),
            target.username(),
            target.password(),
            dialect.name(),
            String.valueOf(token),
            String.valueOf(measure == Measure.CALLS ? at : -1))
        .redirectErrorStream(true)
        .start();
  }

  private static End follow(
      Process child, Measure measure, int at, @org.jspecify.annotations.Nullable Proxy proxy)
      throws IOException, InterruptedException {
    String last = "nothing";
    int calls = 0;
    long begun = 0;
    boolean ended = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(CrashChild.BEGIN)) {
          begun = System.nanoTime();
          killLater(child, measure, at);
        } else if (line.startsWith(CrashChild.CALL)) {
          calls++;
          last = line.split(" ", 3)[2];
        } else if (line.startsWith(CrashChild.END)) {
          ended = true;
        }
        if (measure == Measure.CALLS && calls == at) {
          break;
        }
      }
      child.destroyForcibly().waitFor();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    return new End(!ended, last, new Length(millis, proxy == null ? 0 : proxy.requests(), calls));
  }

  private static void killLater(Process child, Measure measure, int millis) {
    if (measure == Measure.TIME) {
      Thread killer =
          new Thread(
              () -> {
                try {
                  child.waitFor(millis, TimeUnit.MILLISECONDS);
                  child.destroyForcibly();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      killer.setDaemon(true);
      killer.start();
    }
  }
}
