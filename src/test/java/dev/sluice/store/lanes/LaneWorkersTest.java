package dev.sluice.store.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.change.TargetName;
import dev.sluice.store.SettableClock;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.StoreSettings;
import dev.sluice.store.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

@ParameterizedClass
@EnumSource
class LaneWorkersTest {

  @Parameter private TestStore on;

  private record Numbered(int n) {}

  private StoreSettings settings;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private StoreDatabase store;
  private Lanes lanes;
  private Timers timers;
  private Duration poll = Duration.ofSeconds(1);
  private Duration lease = Duration.ofMinutes(5);

  @BeforeEach
  void openWithARealClock(@TempDir Path directory) {
    settings = on.fresh(directory);
    open(Clock.systemUTC(), Duration.ofMillis(20));
  }

  @AfterEach
  void close() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  @Test
  void keepsOrderAndNeverOverlapsInALane() {
    int itemsPerLane = 100;
    Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    reopen(Clock.systemUTC(), Duration.ofMinutes(10));
    start(
        8,
        (item, fence) -> {
          AtomicInteger inLane = running.computeIfAbsent(item.lane(), l -> new AtomicInteger());
          if (inLane.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
          }
          seen.computeIfAbsent(item.lane(), l -> new ArrayList<>())
              .add(item.payload(Numbered.class).n());
          inLane.decrementAndGet();
          return Outcome.done(tx -> done.incrementAndGet());
        });
    for (int n = 0; n < itemsPerLane; n++) {
      int number = n;
      store.update(
          tx -> {
            for (int lane = 0; lane < 10; lane++) {
              lanes.enqueue(tx, NewItem.of(target("t" + lane), "test", new Numbered(number)));
            }
          });
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> done.get() == 10 * itemsPerLane);
    assertThat(overlaps).hasValue(0);
    assertThat(seen).hasSize(10);
    assertThat(seen.values())
        .allSatisfy(
            numbers ->
                assertThat(numbers).hasSize(itemsPerLane).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void neverSleepsThroughNewWork() {
    AtomicInteger done = new AtomicInteger();
    reopen(Clock.systemUTC(), Duration.ofMinutes(10));
    start(
        3,
        (item, fence) -> {
          done.incrementAndGet();
          return Outcome.done();
        });
    for (int n = 1; n <= 100; n++) {
      int expected = n;
      lanes.enqueue(NewItem.of(target("t"), "test", new Numbered(n)));
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .atMost(Duration.ofSeconds(10))
          .until(() -> done.get() == expected);
    }
  }

  @Test
  void anExceptionIsRetriedWithItsErrorRecorded() {
    AtomicInteger calls = new AtomicInteger();
    start(
        2,
        (item, fence) -> {
          if (calls.incrementAndGet() < 3) {
            throw new java.io.IOException("GitLab hung up");
          }
          return Outcome.done();
        });
    lanes.enqueue(NewItem.of(target("t"), "test", new Numbered(1)));
    await().until(() -> states().equals(List.of("DONE java.io.IOException: GitLab hung up")));
    assertThat(calls).hasValue(3);
  }

  @Test
  void anItemWhoseLastWritesFailIsTriedAgain() {
    AtomicInteger calls = new AtomicInteger();
    start(
        1,
        (item, fence) ->
            Outcome.done(
                tx -> {
                  lanes.enqueue(tx, NewItem.of(target("u"), "test", new Numbered(9)).once("u"));
                  if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("no room");
                  }
                }));
    lanes.enqueue(NewItem.of(target("t"), "test", new Numbered(1)));
    await()
        .until(
            () ->
                states()
                    .equals(List.of("DONE java.lang.IllegalStateException: no room", "DONE null")));
  }

  @Test
  void anItemThatNobodyHandlesIsDead() {
    start(1, (item, fence) -> Outcome.done());
    lanes.enqueue(NewItem.of(target("t"), "typo", new Numbered(1)));
    await().until(() -> states().equals(List.of("DEAD nothing handles items of kind typo")));
  }

  @Test
  void logLinesCarryWhatTheWorkIsAbout() {
    Queue<Map<String, String>> marks = new ConcurrentLinkedQueue<>();
    start(
        1,
        (item, fence) -> {
          marks.add(MDC.getCopyOfContextMap());
          return Outcome.done();
        });
    lanes.enqueue(NewItem.of(target("t"), "test", Map.of("project", "shop/db", "mr", 4)));
    lanes.enqueue(NewItem.of(target("t"), "test", Map.of("target", "orders@prod")));
    await()
        .untilAsserted(
            () ->
                assertThat(marks)
                    .containsExactly(
                        Map.of("project", "shop/db", "mr", "4"), Map.of("target", "orders@prod")));
  }

  @Test
  void renewsTheLeaseOfLongWork() throws Exception {
    SettableClock clock = new SettableClock();
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    lease = Duration.ofMillis(300);
    reopen(clock, Duration.ofMillis(10));
    start(
        2,
        (item, fence) -> {
          calls.incrementAndGet();
          release.await();
          return Outcome.done();
        });
    lanes.enqueue(NewItem.of(target("t"), "test", new Numbered(1)));
    await().until(() -> calls.get() == 1);
    long before = leaseUntil();
    clock.advance(Duration.ofMillis(200));
    await().until(() -> leaseUntil() == before + 200);
    release.countDown();
    await().until(() -> states().equals(List.of("DONE null")));
    assertThat(calls).hasValue(1);
  }

  @Test
  void closingLetsRunningWorkEndAndStartsNoMore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    LaneWorkers workers =
        start(
            1,
            (item, fence) -> {
              begun.countDown();
              release.await();
              return Outcome.done();
            });
    lanes.enqueue(NewItem.of(target("t"), "test", new Numbered(1)));
    lanes.enqueue(NewItem.of(target("t"), "test", new Numbered(2)));
    begun.await();
    Thread closing = new Thread(workers::close);
    closing.start();
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    release.countDown();
    closing.join();
    assertThat(states()).containsExactly("DONE null", "READY null");
  }

  @Test
  void timersFireAtOnceThenEachPeriodAndNeverPileUp() {
    SettableClock clock = new SettableClock();
    reopen(clock, Duration.ofMillis(10));
    AtomicInteger runs = new AtomicInteger();
    timers.every("reconcile", Duration.ofMinutes(5));
    timers.tick();
    clock.advance(Duration.ofMinutes(6));
    timers.tick();
    assertThat(states()).as("the first run is still waiting").containsExactly("READY null");
    start(
        1,
        Map.of(
            "reconcile",
            (item, fence) -> {
              runs.incrementAndGet();
              return Outcome.dead("a timer survives its runs");
            }));
    await().until(() -> lanes.stats().dead() == 1);
    clock.advance(Duration.ofMinutes(4));
    timers.tick();
    assertThat(states()).hasSize(1);
    clock.advance(Duration.ofMinutes(2));
    await().until(() -> runs.get() == 2);
  }

  private static LaneName target(String database) {
    return LaneName.target(TargetName.of(database, "prod"));
  }

  private void reopen(Clock clock, Duration poll) {
    store.close();
    open(clock, poll);
  }

  private void open(Clock clock, Duration poll) {
    store = StoreDatabase.open(settings, clock);
    opened.add(store);
    this.poll = poll;
    lanes = new Lanes(store, settings(1, poll));
    timers = new Timers(store, lanes);
  }

  private LaneWorkers start(int threads, WorkHandler handler) {
    return start(threads, Map.of("test", handler));
  }

  private LaneWorkers start(int threads, Map<String, WorkHandler> handlers) {
    LaneWorkers workers = new LaneWorkers(lanes, timers, settings(threads, poll), handlers);
    opened.add(workers);
    workers.start();
    return workers;
  }

  private LaneSettings settings(int threads, Duration poll) {
    return new LaneSettings(
        threads,
        lease,
        poll,
        Duration.ofSeconds(5),
        new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(2)),
        Map.of());
  }

  private List<String> states() {
    return store.read(
        tx ->
            tx.handle()
                .createQuery(
                    "select state || ' ' || coalesce(last_error, 'null') from item"
                        + " order by id")
                .mapTo(String.class)
                .list());
  }

  private long leaseUntil() {
    return store.read(
        tx -> tx.handle().createQuery("select lease_until from lane").mapTo(Long.class).one());
  }
}
