package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.setting.Secret;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreTest {

  @Test
  void severalMayWorkOnIt(@TempDir Path directory) {
    StoreSettings settings = TestStore.POSTGRESQL.fresh(directory);
    try (StoreDatabase one = StoreDatabase.open(settings, Clock.systemUTC());
        StoreDatabase other = StoreDatabase.open(settings, Clock.systemUTC())) {
      one.update(tx -> tx.handle().execute("insert into timer (name, next_at) values ('a', 1)"));
      other.update(tx -> tx.handle().execute("insert into timer (name, next_at) values ('b', 1)"));
      assertThat(one.shared()).isTrue();
    }
  }

  @Test
  void saysThatThereIsNothingToReadYet() {
    StoreSettings settings = TestStore.settings(EmbeddedDatabases.postgres());
    assertThatThrownBy(() -> StoreDatabase.openReadOnly(settings, Clock.systemUTC()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("no store");
  }

  @Test
  void saysWhatIsInTheWayAndNeverThePassword() {
    StoreSettings settings =
        new StoreSettings(
            "jdbc:postgresql://127.0.0.1:1/sluice",
            Optional.of("sluice"),
            Optional.of(Secret.parse("very-secret")));
    assertThatThrownBy(() -> StoreDatabase.open(settings, Clock.systemUTC()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("very-secret");
    assertThat(settings.toString()).doesNotContain("very-secret");
  }

  @Test
  void noNameIsTooLong(@TempDir Path directory) {
    try (StoreDatabase store =
        StoreDatabase.open(TestStore.POSTGRESQL.fresh(directory), Clock.systemUTC())) {
      store.update(
          tx ->
              tx.handle()
                  .execute("insert into timer (name, next_at) values (?, 1)", "x".repeat(5000)));
    }
  }

  /** A machine that is suspended in the middle of a transaction holds up the others for so long. */
  @Test
  void aWriterThatFallsAsleepIsLeftBehind(@TempDir Path directory) {
    try (StoreDatabase store =
        StoreDatabase.open(TestStore.POSTGRESQL.fresh(directory), Clock.systemUTC())) {
      String bound =
          store.write(
              tx ->
                  tx.handle()
                      .createQuery("show idle_in_transaction_session_timeout")
                      .mapTo(String.class)
                      .one());
      assertThat(bound).isEqualTo("10s");
    }
  }
}
