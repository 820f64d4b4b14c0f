package dev.sluice.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one ready check with a time limit; one that hangs keeps one thread, however often asked. */
final class Probe {
  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  private final ReadyCheck check;
  private final Duration patience;
  private CompletableFuture<Optional<String>> running =
      CompletableFuture.completedFuture(Optional.empty());

  Probe(ReadyCheck check, Duration patience) {
    this.check = check;
    this.patience = patience;
  }

  String name() {
    return check.name();
  }

  /** Begins to ask, unless the last question is still open. */
  synchronized CompletableFuture<Optional<String>> ask() {
    if (running.isDone()) {
      running = CompletableFuture.supplyAsync(this::problem, this::thread);
    }
    return running
        .copy()
        .completeOnTimeout(
            Optional.of("does not answer"), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void thread(Runnable work) {
    Thread thread = new Thread(work, "ready-" + check.name());
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<String> problem() {
    try {
      return check.problem().get();
    } catch (RuntimeException broken) {
      LOG.warn("ready check {} failed", check.name(), broken);
      return Optional.of("failed");
    }
  }
}
