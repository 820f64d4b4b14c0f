package dev.sluice.deploy.executor;

import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts a {@link CrashChild} and kills it, as the operating system does: without a last word. */
record Victim(TestDatabase database, Dialect dialect, long token) {
  /** How long an undisturbed run is, in each of the measures by which it can be cut short. */
  record Length(long millis, int requests, int calls) {}

  /** By what a run is cut short. */
  enum Measure {
    /** When the server has got this of the statements that run outside a transaction. */
    ALONE,
    /** So many milliseconds after it began. */
    TIME,
    /** Within a call of the journal, which is around each statement and each look at the fence. */
    CALLS,
    /** When the server has got so many requests; the client gets no answer to the last. */
    REQUESTS
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
        proxy.at(request -> proxy.requests() >= at, child.toHandle()::destroyForcibly);
      }
      if (measure == Measure.ALONE) {
        String text = CrashTest.alone(dialect).get(at - 1);
        proxy.at(request -> request.contains(text), child.toHandle()::destroyForcibly);
      }
      return follow(child, measure, at, proxy);
    }
  }

  private Process start(TestDatabase target, Measure measure, int at) throws IOException {
    String stop = measure == Measure.CALLS ? String.valueOf(at) : "never";
    return CrashChild.start(target, dialect, token, stop);
  }

  private static End follow(Process child, Measure measure, int at, @Nullable Proxy proxy)
      throws IOException, InterruptedException {
    String last = "nothing";
    int calls = 0;
    long begun = 0;
    long millis = 0;
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
        millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (measure == Measure.CALLS && calls == at) {
          break;
        }
      }
      child.destroyForcibly().waitFor();
    }
    return new End(!ended, last, new Length(millis, proxy == null ? 0 : proxy.requests(), calls));
  }

  private static void killLater(Process child, Measure measure, int millis) {
    if (measure == Measure.TIME) {
      CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
          .execute(child.toHandle()::destroyForcibly);
    }
  }
}
