package dev.sluice.demo.hooks;

import dev.sluice.demo.hooks.Delivery.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Sends webhooks on a thread of its own, in order, and lets a test interfere: hold them back and
 * release them in any order, drop the next that matches, send one twice. Thread-safe.
 */
public final class Deliveries implements AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "stand-in-webhooks");
            thread.setDaemon(true);
            return thread;
          });
  private final Sender sender;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Delivery> dropped = new ArrayList<>();
  private final List<Delivery> held = new ArrayList<>();
  private final List<Predicate<Delivery>> drops = new ArrayList<>();
  private final List<Predicate<Delivery>> duplicates = new ArrayList<>();
  private Predicate<Delivery> hold = delivery -> false;
  private int underway;

  public Deliveries(Clock clock, String instance) {
    this.sender = new Sender(clock, instance);
  }

  /** Takes a delivery: it is sent, held or dropped as the controls say. */
  public synchronized void accept(Delivery delivery) {
    if (takeFirst(drops, delivery)) {
      dropped.add(delivery);
    } else if (hold.test(delivery)) {
      held.add(delivery);
    } else {
      send(delivery);
      if (takeFirst(duplicates, delivery)) {
        send(delivery);
      }
    }
  }

  private static boolean takeFirst(List<Predicate<Delivery>> wishes, Delivery delivery) {
    var wish = wishes.stream().filter(each -> each.test(delivery)).findFirst();
    wish.ifPresent(wishes::remove);
    return wish.isPresent();
  }

  /** Holds everything back until {@link #resume}. */
  public void pause() {
    hold(delivery -> true);
  }

  /** Holds back what matches, from now on. */
  public synchronized void hold(Predicate<Delivery> which) {
    hold = which;
  }

  /** Sends what was held, in the order in which it happened, and holds nothing more. */
  public synchronized void resume() {
    hold = delivery -> false;
    held.forEach(this::send);
    held.clear();
  }

  /** What is held back, oldest first. */
  public synchronized List<Delivery> held() {
    return List.copyOf(held);
  }

  /** Sends one of those held back. */
  public synchronized void release(Delivery delivery) {
    if (!held.remove(delivery)) {
      throw new IllegalArgumentException("not held back: " + delivery.key());
    }
    send(delivery);
  }

  /** Loses those held back, as a receiver that was down loses them. */
  public synchronized void loseHeld() {
    dropped.addAll(held);
    held.clear();
  }

  /** Loses the next delivery that matches. */
  public synchronized void dropNext(Predicate<Delivery> which) {
    drops.add(which);
  }

  /** Sends the next delivery that matches twice, under the same key. */
  public synchronized void duplicateNext(Predicate<Delivery> which) {
    duplicates.add(which);
  }

  /** Sends a delivery again under the same key, as the button in GitLab does. */
  public synchronized void resend(Delivery delivery) {
    send(delivery);
  }

  /** Every attempt so far, oldest first. */
  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  public synchronized List<Delivery> dropped() {
    return List.copyOf(dropped);
  }

  /** Waits until nothing is underway; false when that takes longer than the limit. */
  public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
    var end = System.nanoTime() + limit.toNanos();
    while (underway > 0) {
      var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private synchronized void send(Delivery delivery) {
    underway++;
    worker.execute(() -> attempt(delivery));
  }

  private void attempt(Delivery delivery) {
    var attempt = new Attempt(delivery, 0, "interrupted");
    try {
      attempt = sender.send(delivery);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done(attempt);
    }
  }

  private synchronized void done(Attempt attempt) {
    attempts.add(attempt);
    underway--;
    notifyAll();
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
