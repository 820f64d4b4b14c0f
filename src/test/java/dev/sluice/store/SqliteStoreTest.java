package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

  @Test
  void makesItsDirectory(@TempDir Path directory) {
    StoreSettings settings = StoreSettings.sqlite(directory.resolve("new/data/sluice.db"));
    StoreDatabase.open(settings, Clock.systemUTC()).close();
    assertThat(directory.resolve("new/data/sluice.db")).exists();
  }

  @Test
  void refusesASecondOpenerAndAcceptsItAfterTheFirstClosed(@TempDir Path directory) {
    StoreSettings settings = TestStore.SQLITE.fresh(directory);
    try (StoreDatabase store = StoreDatabase.open(settings, Clock.systemUTC())) {
      assertThatThrownBy(() -> StoreDatabase.open(settings, Clock.systemUTC()))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("Another Sluice is using");
      assertThat(store.trouble()).isEmpty();
      assertThat(store.shared()).isFalse();
    }
    StoreDatabase.open(settings, Clock.systemUTC()).close();
  }

  @Test
  void saysThatThereIsNothingToReadYet(@TempDir Path directory) {
    StoreSettings settings = TestStore.SQLITE.fresh(directory);
    assertThatThrownBy(() -> StoreDatabase.openReadOnly(settings, Clock.systemUTC()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("no store");
  }

  @Test
  void refusesWhatDoesNotFitAndGoesOnWhenThereIsRoomAgain(@TempDir Path directory) {
    try (StoreDatabase store =
        StoreDatabase.open(TestStore.SQLITE.fresh(directory), Clock.systemUTC())) {
      store.update(tx -> tx.handle().execute("pragma max_page_count = 60"));
      assertThatThrownBy(() -> insert(store, "a", 400_000)).hasMessageContaining("SQLITE_FULL");
      assertThat(store.trouble()).get().asString().contains("full");
      insert(store, "b", 10);

      store.update(tx -> tx.handle().execute("pragma max_page_count = 100000"));
      insert(store, "a", 400_000);
      assertThat(store.<Integer>read(SqliteStoreTest::texts)).isEqualTo(2);
    }
  }

  private static void insert(StoreDatabase store, String key, int length) {
    store.update(
        tx ->
            tx.handle()
                .execute(
                    "insert into schema_text (sha256, gzip) values (?, ?)", key, new byte[length]));
  }

  private static int texts(ReadTx tx) {
    return tx.handle().createQuery("select count(*) from schema_text").mapTo(Integer.class).one();
  }
}
