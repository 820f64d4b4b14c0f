package dev.sluice.store.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.TestProcess;
import dev.sluice.change.TargetName;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.TestStore;
import dev.sluice.store.lanes.LaneChild.Task;
import dev.sluice.store.lanes.LaneJournal.Try;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one store: work keeps its order and is done once, also when one of them is
 * suspended past its lease or killed. {@code -Dsluice.crash.rounds=20} for more, {@code
 * -Dsluice.crash.seed} for the same work again.
 */
final class SharedLanesTest {
  private static final int ROUNDS = Integer.getInteger("sluice.crash.rounds", 1);
  private static final int LANES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private record Worker(TestProcess process, Path journal) {}

  /** An effect in the store, in the order of their coming. */
  record Effect(String lane, int n, long token) {}

  @TempDir private Path folder;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Path> journals = new ArrayList<>();
  private final int[] given = new int[LANES];
  private final Random random = random();
  private TestDatabase database;
  private StoreDatabase store;
  private Lanes lanes;

  @BeforeEach
  void open() {
    database = EmbeddedDatabases.postgres();
    store = StoreDatabase.open(TestStore.settings(database), Clock.systemUTC());
    lanes = new Lanes(store, LaneChild.SETTINGS);
    String columns = " (id bigint generated always as identity, lane text, n int, token bigint)";
    database.execute("create table effect" + columns, "create table halfway" + columns);
  }

  @AfterEach
  void close() {
    workers.forEach(worker -> worker.process().close());
    store.close();
  }

  @Test
  void twoProcessesKeepEveryOrderAndDoEverythingOnce() {
    start();
    start();
    for (int round = 1; round <= ROUNDS; round++) {
      share();
      wakeUp();
      suspend();
      kill();
    }
    everythingOnceAndInOrder();
    nobodyWroteBesideAnother();
  }

  /** Much to do for both. */
  private void share() {
    give(200);
    say("200 items in %d lanes took two processes %d ms", LANES, untilDone());
  }

  /** Both rest; a third process brings one item at a time. */
  private void wakeUp() {
    long slowest = 0;
    for (int i = 0; i < 5; i++) {
      give(1);
      slowest = Math.max(slowest, untilDone());
    }
    say("slowest of 5 wake-ups: %d ms", slowest);
    assertThat(slowest).as("they look every second").isLessThan(10_000);
  }

  /** Whoever takes the item sleeps through its lease, and wakes when the other one has done it. */
  private void suspend() {
    int lane = random.nextInt(LANES);
    lanes.enqueue(task(lane, 500));
    until(() -> workers.stream().anyMatch(w -> has(w, lane)));
    Worker asleep = workers.stream().filter(w -> has(w, lane)).findFirst().orElseThrow();
    int before = LaneJournal.of(journals).late().size();
    asleep.process().stall();
    say("suspended one in its work; the other had it done %d ms later", untilDone());
    asleep.process().goOn();
    until(() -> LaneJournal.of(journals).late().size() > before);
  }

  private void kill() {
    give(100);
    until(() -> lanes.stats().ready() < 20 + random.nextInt(60));
    Worker killed = workers.remove(random.nextInt(2));
    killed.process().kill();
    say("killed one in the middle; the other had all done %d ms later", untilDone());
    start();
  }

  private void everythingOnceAndInOrder() {
    List<Effect> effects = effects("effect");
    for (int lane = 0; lane < LANES; lane++) {
      String name = name(lane).text();
      assertThat(effects.stream().filter(e -> e.lane().equals(name)).map(Effect::n))
          .as(name)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, given[lane]).boxed().toList());
    }
    assertThat(lanes.stats().dead()).isZero();
  }

  /** Tries may overlap when the first one lost its lane, and then it has written nothing since. */
  private void nobodyWroteBesideAnother() {
    LaneJournal journal = LaneJournal.of(journals);
    List<List<Try>> overlaps = journal.overlaps();
    Set<String> wrote =
        effects("effect").stream().map(e -> e.lane() + e.token()).collect(Collectors.toSet());
    assertThat(overlaps).allMatch(pair -> !wrote.contains(pair.get(0).key()));
    for (String table : List.of("halfway", "effect")) {
      effects(table).stream()
          .collect(Collectors.groupingBy(Effect::lane))
          .forEach(
              (lane, of) ->
                  assertThat(of)
                      .as("writes into %s of %s", table, lane)
                      .isSortedAccordingTo(Comparator.comparingLong(Effect::token)));
    }
    assertThat(new HashSet<>(journal.late()))
        .as("who lost its lane wrote nothing")
        .doesNotContainAnyElementsOf(
            effects("halfway").stream().map(e -> e.lane() + e.token()).toList());
    say(
        "%d tries of %d items: %d overlapped, all after a lost lease; %d late writes refused",
        journal.tries().size(), IntStream.of(given).sum(), overlaps.size(), journal.late().size());
  }

  private void start() {
    Path journal = folder.resolve("journal-" + journals.size());
    journals.add(journal);
    workers.add(
        new Worker(
            TestProcess.start(
                LaneChild.class,
                folder.resolve("child.log"),
                database.url(),
                database.username(),
                database.password(),
                journal.toString()),
            journal));
  }

  private void give(int items) {
    store.update(
        tx -> {
          for (int i = 0; i < items; i++) {
            lanes.enqueue(tx, task(random.nextInt(LANES), random.nextInt(10)));
          }
        });
  }

  private NewItem task(int lane, long millis) {
    return NewItem.of(name(lane), "task", new Task(++given[lane], millis));
  }

  private static LaneName name(int lane) {
    return LaneName.target(TargetName.of("t" + lane, "test"));
  }

  private boolean has(Worker worker, int lane) {
    String name = name(lane).text();
    return LaneJournal.of(List.of(worker.journal())).tries().stream()
        .anyMatch(t -> t.lane().equals(name) && t.n() == given[lane]);
  }

  private List<Effect> effects(String table) {
    return store.read(
        tx ->
            tx.handle()
                .createQuery("select * from " + table + " order by id")
                .map(
                    (row, context) ->
                        new Effect(row.getString("lane"), row.getInt("n"), row.getLong("token")))
                .list());
  }

  /** Waits; in milliseconds. */
  private long untilDone() {
    long begun = System.nanoTime();
    until(() -> lanes.stats().ready() + lanes.stats().delayed() == 0);
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private static void until(Callable<Boolean> holds) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(holds);
  }

  private static void say(String text, Object... values) {
    System.out.printf(text + "%n", values);
  }

  private static Random random() {
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    System.out.println("shared lanes seed " + seed);
    return new Random(seed);
  }
}
