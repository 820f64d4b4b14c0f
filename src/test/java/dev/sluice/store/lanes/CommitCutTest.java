package dev.sluice.store.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.change.TargetName;
import dev.sluice.store.CommitWire;
import dev.sluice.store.LostLease;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.StoreSettings;
import dev.sluice.store.TestStore;
import dev.sluice.store.lanes.Lanes.Claim;
import dev.sluice.target.EmbeddedDatabases;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection to a PostgreSQL store breaks around a COMMIT: whether it was done is unknown. */
final class CommitCutTest {
  private static final LaneName LANE = LaneName.target(TargetName.of("orders", "test"));

  private TestDatabase database;
  private CommitWire wire;

  @BeforeEach
  void lay() throws IOException {
    database = EmbeddedDatabases.postgres();
    StoreDatabase.open(TestStore.settings(database), Clock.systemUTC()).close();
    wire = new CommitWire(Integer.parseInt(database.url().replaceFirst(".*:(\\d+)/.*", "$1")));
  }

  @AfterEach
  void tearDown() throws IOException {
    wire.close();
  }

  @Test
  void workThatMayNotHaveBeenAcceptedIsOfferedAgainAndAcceptedOnce() {
    try (StoreDatabase store = behindTheWire()) {
      Lanes lanes = new Lanes(store, LaneSettings.defaults());
      wire.cut(CommitWire.Cut.BEFORE);
      assertThatThrownBy(() -> lanes.enqueue(item().once("one"))).isInstanceOf(Exception.class);
      assertThat(lanes.enqueue(item().once("one"))).as("was not there").isTrue();
    }
    try (StoreDatabase store = behindTheWire()) {
      Lanes lanes = new Lanes(store, LaneSettings.defaults());
      wire.cut(CommitWire.Cut.AFTER);
      assertThatThrownBy(() -> lanes.enqueue(item().once("two"))).isInstanceOf(Exception.class);
      assertThat(lanes.enqueue(item().once("two"))).as("was there").isFalse();
      assertThat(lanes.stats().ready()).isEqualTo(2);
    }
  }

  @Test
  void workThatMayNotHaveBeenFinishedIsFinishedOnce() {
    try (StoreDatabase plain =
        StoreDatabase.open(TestStore.settings(database), Clock.systemUTC())) {
      Lanes direct = new Lanes(plain, LaneSettings.defaults());
      direct.enqueue(item());
      direct.enqueue(item());
      Claim first = direct.claim("a").orElseThrow();
      finishWhile(CommitWire.Cut.BEFORE, first);
      direct.finish(first, writing("first"));
      Claim second = direct.claim("a").orElseThrow();
      finishWhile(CommitWire.Cut.AFTER, second);
      assertThatThrownBy(() -> direct.finish(second, writing("second")))
          .as("it was finished, and the lane given back")
          .isInstanceOf(LostLease.class);
      assertThat(direct.claim("a")).isEmpty();
      assertThat(timers(plain)).isEqualTo(2);
    }
  }

  private void finishWhile(CommitWire.Cut cut, Claim claim) {
    try (StoreDatabase store = behindTheWire()) {
      Lanes lanes = new Lanes(store, LaneSettings.defaults());
      wire.cut(cut);
      assertThatThrownBy(
              () -> lanes.finish(claim, writing(cut == CommitWire.Cut.AFTER ? "second" : "first")))
          .isNotInstanceOf(LostLease.class);
    }
  }

  private static Outcome writing(String name) {
    return Outcome.done(
        tx -> tx.handle().execute("insert into timer (name, next_at) values (?, 0)", name));
  }

  private static int timers(StoreDatabase store) {
    return store.read(
        tx -> tx.handle().createQuery("select count(*) from timer").mapTo(Integer.class).one());
  }

  private StoreDatabase behindTheWire() {
    String url = database.url().replaceFirst(":\\d+/", ":" + wire.port() + "/");
    StoreSettings settings =
        TestStore.settings(new TestDatabase(url, database.username(), database.password()));
    return StoreDatabase.open(settings, Clock.systemUTC());
  }

  private static NewItem item() {
    return NewItem.of(LANE, "test", Map.of("n", 1));
  }
}
