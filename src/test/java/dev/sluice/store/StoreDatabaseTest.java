package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StoreDatabaseTest {

  private static final String TIMER = "insert into timer (name, next_at) values ('t', 1)";

  @Parameter private TestStore on;
  private StoreSettings settings;

  @BeforeEach
  void use(@TempDir Path directory) {
    settings = on.fresh(directory);
  }

  @Test
  void keepsWhatWasWritten() {
    try (StoreDatabase store = open()) {
      store.update(tx -> tx.handle().execute(TIMER));
    }
    try (StoreDatabase store = open()) {
      assertThat(store.trouble()).isEmpty();
      assertThat(timers(store)).isEqualTo(1);
    }
  }

  @Test
  void canBeReadWhileAnotherHasItOpenButNotWritten() {
    try (StoreDatabase owner = open();
        StoreDatabase viewer = StoreDatabase.openReadOnly(settings, Clock.systemUTC())) {
      owner.update(tx -> tx.handle().execute(TIMER));
      assertThat(timers(viewer)).isEqualTo(1);
      assertThatThrownBy(() -> viewer.update(tx -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void refusesToWriteThroughAReadTransaction() {
    try (StoreDatabase store = open()) {
      assertThatThrownBy(() -> store.read(tx -> tx.handle().execute(TIMER)))
          .hasMessageMatching("(?s).*read-?only.*");
    }
  }

  @Test
  void aLookSeesOneMomentHoweverManyQueriesItMakes() {
    try (StoreDatabase store = open()) {
      List<Integer> seen =
          store.read(
              tx -> {
                int before = timers(tx);
                Thread other = new Thread(() -> store.update(w -> w.handle().execute(TIMER)));
                other.start();
                join(other);
                return List.of(before, timers(tx));
              });
      assertThat(seen).containsExactly(0, 0);
      assertThat(timers(store)).isEqualTo(1);
    }
  }

  @Test
  void failsLoudlyOnANestedTransaction() {
    try (StoreDatabase store = open()) {
      assertThatThrownBy(() -> store.update(tx -> store.update(inner -> {})))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("pass that one on");
      assertThatThrownBy(() -> store.update(tx -> timers(store)))
          .isInstanceOf(IllegalStateException.class);
      store.update(tx -> tx.handle().execute(TIMER));
    }
  }

  @Test
  void runsAfterCommitOnlyWhatWasCommitted() {
    List<String> seen = new ArrayList<>();
    try (StoreDatabase store = open()) {
      store.update(
          tx -> {
            tx.afterCommit(() -> seen.add("committed with " + timers(store)));
            tx.handle().execute(TIMER);
          });
      assertThatThrownBy(
              () ->
                  store.update(
                      tx -> {
                        tx.afterCommit(() -> seen.add("rolled back"));
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(seen).containsExactly("committed with 1");
  }

  /** Each adds one to what it has read; without turns most additions are lost. */
  @Test
  void writesTakeTurns() throws InterruptedException {
    try (StoreDatabase store = open()) {
      store.update(tx -> tx.handle().execute("insert into timer (name, next_at) values ('n', 0)"));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(new Thread(() -> addOne(store, 25)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(number(store)).isEqualTo(100);
    }
  }

  @Test
  void aRefusedWriteIsToldForAMinute() {
    SettableClock clock = new SettableClock();
    try (StoreDatabase store = StoreDatabase.open(settings, clock)) {
      assertThatThrownBy(() -> store.update(tx -> tx.handle().execute("insert into nowhere")));
      assertThat(store.trouble()).get().asString().contains("refused to write");
      clock.advance(Duration.ofSeconds(61));
      assertThat(store.trouble()).isEmpty();
    }
  }

  private StoreDatabase open() {
    return StoreDatabase.open(settings, Clock.systemUTC());
  }

  private static void addOne(StoreDatabase store, int times) {
    for (int i = 0; i < times; i++) {
      store.update(
          tx -> {
            int now = number(tx);
            tx.handle().execute("update timer set next_at = ? where name = 'n'", now + 1);
          });
    }
  }

  private static int number(StoreDatabase store) {
    return store.read(StoreDatabaseTest::number);
  }

  private static int number(ReadTx tx) {
    return tx.handle()
        .createQuery("select next_at from timer where name = 'n'")
        .mapTo(Integer.class)
        .one();
  }

  private static int timers(StoreDatabase store) {
    return store.read(StoreDatabaseTest::timers);
  }

  private static int timers(ReadTx tx) {
    return tx.handle().createQuery("select count(*) from timer").mapTo(Integer.class).one();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
