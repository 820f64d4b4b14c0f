package dev.sluice.store.lanes;

import dev.sluice.store.Fence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that work the lanes off, one that renews their leases, and one that fires timers.
 * Closing stops claiming and lets running work end for {@code stopWithin}; work that takes longer
 * is left alone, not cancelled, and runs again after the next start.
 */
public final class LaneWorkers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LaneWorkers.class);

  private final Lanes lanes;
  private final Timers timers;
  private final LaneSettings settings;
  private final Map<String, WorkHandler> handlers;
  private final String owner = "worker-" + UUID.randomUUID();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> attendants = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * @param handlers by kind of item; an item of another kind is dead
   */
  public LaneWorkers(
      Lanes lanes, Timers timers, LaneSettings settings, Map<String, WorkHandler> handlers) {
    this.lanes = lanes;
    this.timers = timers;
    this.settings = settings;
    this.handlers = Map.copyOf(handlers);
  }

  /** Call once. Voids leftover leases where no other process can hold one. */
  public void start() {
    int orphans = lanes.releaseLeftovers();
    if (orphans > 0) {
      log.info("Taking up the work of {} lanes that the last run left", orphans);
    }
    for (int i = 1; i <= settings.workers(); i++) {
      workers.add(new Worker("lane-worker-" + i));
    }
    workers.forEach(worker -> worker.thread.start());
    attend("lane-leases", settings.lease().dividedBy(3), this::renewLeases);
    SetBackClock clock = lanes.clock();
    attend(
        "lane-timers",
        settings.poll(),
        () -> {
          clock.look();
          timers.tick();
        });
  }

  @Override
  public void close() {
    stopping = true;
    lanes.wakeUp().signal();
    long deadline = System.nanoTime() + settings.stopWithin().toNanos();
    workers.forEach(worker -> join(worker.thread, deadline));
    attendants.forEach(Thread::interrupt);
    attendants.forEach(attendant -> join(attendant, deadline + Duration.ofSeconds(5).toNanos()));
  }

  private void attend(String name, Duration every, Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              while (pause(every)) {
                attempt(action);
              }
            },
            name);
    thread.setDaemon(true);
    attendants.add(thread);
    thread.start();
  }

  /** Only for threads that live: the lane of a dead one must become free. */
  private void renewLeases() {
    for (Worker worker : workers) {
      Fence fence = worker.fence;
      if (fence != null && worker.thread.isAlive()) {
        lanes.renew(
            fence); // refused for what ended meanwhile; who lost a lane hears it when writing
      }
    }
  }

  private boolean attempt(Runnable action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      log.error("The store did not answer; trying again", e);
      return false;
    }
  }

  private static boolean pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void join(Thread thread, long deadline) {
    try {
      thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("{} is still busy; its work will be taken up again at the next start", thread);
    }
  }

  private final class Worker implements Runnable {

    final Thread thread;
    volatile @Nullable Fence fence;

    Worker(String name) {
      thread = new Thread(this, name);
      thread.setDaemon(true);
    }

    @Override
    public void run() {
      while (!stopping) {
        long seen = lanes.wakeUp().seen();
        if (!attempt(() -> lanes.claim(owner).ifPresentOrElse(this::work, () -> rest(seen)))) {
          rest(seen);
        }
      }
    }

    private void work(Lanes.Claim claim) {
      fence = claim.fence();
      try {
        new ItemRun(lanes, handlers).run(claim);
      } finally {
        fence = null;
      }
    }

    private void rest(long seen) {
      try {
        if (!stopping) {
          lanes.wakeUp().await(seen, settings.poll());
        }
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
  }
}
