package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDatabaseTest {

  private static final String TIMER = "insert into timer (name, next_at) values ('t', 1)";

  private Path directory;

  @BeforeEach
  void use(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void createsItsDirectoryAndKeepsWhatWasWritten() {
    StoreSettings settings = StoreSettings.sqlite(directory.resolve("new/data/sluice.db"));
    try (StoreDatabase store = StoreDatabase.open(settings, Clock.systemUTC())) {
      store.update(tx -> tx.handle().execute(TIMER));
    }
    try (StoreDatabase store = StoreDatabase.open(settings, Clock.systemUTC())) {
      assertThat(store.ping()).isTrue();
      assertThat(timers(store)).isEqualTo(1);
    }
  }

  @Test
  void refusesASecondOpenerAndAcceptsItAfterTheFirstClosed() {
    StoreSettings settings = settings();
    try (StoreDatabase store = StoreDatabase.open(settings, Clock.systemUTC())) {
      assertThatThrownBy(() -> StoreDatabase.open(settings, Clock.systemUTC()))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("Another Sluice is using");
      assertThat(store.ping()).isTrue();
    }
    StoreDatabase.open(settings, Clock.systemUTC()).close();
  }

  @Test
  void canBeReadWhileAnotherHasItOpenButNotWritten() {
    try (StoreDatabase owner = StoreDatabase.open(settings(), Clock.systemUTC());
        StoreDatabase viewer = StoreDatabase.openReadOnly(settings(), Clock.systemUTC())) {
      owner.update(tx -> tx.handle().execute(TIMER));
      assertThat(timers(viewer)).isEqualTo(1);
      assertThatThrownBy(() -> viewer.update(tx -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void saysThatThereIsNothingToReadYet() {
    assertThatThrownBy(() -> StoreDatabase.openReadOnly(settings(), Clock.systemUTC()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("no store");
  }

  @Test
  void refusesToWriteThroughAReadTransaction() {
    try (StoreDatabase store = StoreDatabase.open(settings(), Clock.systemUTC())) {
      assertThatThrownBy(() -> store.read(tx -> tx.handle().execute(TIMER)))
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void failsLoudlyOnANestedTransaction() {
    try (StoreDatabase store = StoreDatabase.open(settings(), Clock.systemUTC())) {
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
    try (StoreDatabase store = StoreDatabase.open(settings(), Clock.systemUTC())) {
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

  @Test
  void takesFilesOnly() {
    assertThat(StoreSettings.supports("jdbc:sqlite:data/sluice.db")).isTrue();
    assertThat(StoreSettings.supports("jdbc:sqlite::memory:")).isFalse();
    assertThat(StoreSettings.supports("jdbc:h2:mem:x")).isFalse();
  }

  private StoreSettings settings() {
    return StoreSettings.sqlite(directory.resolve("sluice.db"));
  }

  private static int timers(StoreDatabase store) {
    return store.read(
        tx -> tx.handle().createQuery("select count(*) from timer").mapTo(Integer.class).one());
  }
}
