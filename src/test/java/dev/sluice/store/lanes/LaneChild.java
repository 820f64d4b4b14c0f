package dev.sluice.store.lanes;

import dev.sluice.TestProcess;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.TestStore;
import dev.sluice.store.WriteTx;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Works lanes in a process of its own and writes down when each try begins and ends. */
final class LaneChild {
  static final Duration LEASE = Duration.ofSeconds(2);
  static final LaneSettings SETTINGS =
      new LaneSettings(
          4,
          LEASE,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          new RetryPolicy(20, Duration.ofMillis(50), Duration.ofMillis(200)),
          Map.of());

  private final StoreDatabase store;
  private final Path journal;

  private LaneChild(StoreDatabase store, Path journal) {
    this.store = store;
    this.journal = journal;
  }

  /** A piece of work: the how manieth in its lane, and how long it takes. */
  record Task(int n, long millis) {}

  /**
   * @param args the store's URL, account and password, and the file to write to
   */
  public static void main(String[] args) throws IOException {
    TestDatabase database = new TestDatabase(args[0], args[1], args[2]);
    StoreDatabase store = StoreDatabase.open(TestStore.settings(database), Clock.systemUTC());
    LaneChild child = new LaneChild(store, Path.of(args[3]));
    Lanes lanes = new Lanes(store, SETTINGS);
    new LaneWorkers(lanes, new Timers(store, lanes), SETTINGS, Map.of("task", child::work)).start();
    TestProcess.serve("");
  }

  private Outcome work(WorkItem item, Fence fence) throws InterruptedException {
    Task task = item.payload(Task.class);
    long begun = System.nanoTime();
    note("begin", item, fence, task);
    Thread.sleep(task.millis());
    note("end", item, fence, task);
    boolean late = after(LEASE, begun);
    try {
      store.update(fence, tx -> insert("halfway", tx, fence, task));
    } finally {
      if (late) {
        note("late", item, fence, task);
      }
    }
    return Outcome.done(tx -> insert("effect", tx, fence, task));
  }

  private static boolean after(Duration time, long begun) {
    return System.nanoTime() - begun > time.toNanos();
  }

  private static void insert(String table, WriteTx tx, Fence fence, Task task) {
    tx.handle()
        .execute(
            "insert into " + table + " (lane, n, token) values (?, ?, ?)",
            fence.lane(),
            task.n(),
            fence.token());
  }

  private void note(String what, WorkItem item, Fence fence, Task task) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
    String line = "%s %s %d %d %d%n".formatted(what, item.lane(), task.n(), fence.token(), micros);
    try {
      Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
