package dev.sluice.store.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.SettableClock;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.TestStore;
import dev.sluice.store.lanes.Lanes.Claim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SetBackClockTest {
  private static final LaneName LANE = LaneName.mergeRequest(new MergeRequestId(7, 1));
  private static final Duration HOUR = Duration.ofHours(1);

  @Parameter private TestStore on;

  private final SettableClock clock = new SettableClock();
  private StoreDatabase store;
  private Lanes lanes;
  private SetBackClock watch;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = StoreDatabase.open(on.fresh(directory), clock);
    lanes = new Lanes(store, LaneSettings.defaults());
    watch = lanes.clock();
    watch.look();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasDueStaysDue() {
    lanes.enqueue(item());
    clock.advance(HOUR.negated());
    assertThat(lanes.claim("a")).isEmpty();
    watch.look();
    assertThat(lanes.claim("a")).isPresent();
  }

  @Test
  void alsoWhenItWasSetBackWhileSluiceWasDown() {
    lanes.enqueue(item());
    clock.advance(HOUR.negated());
    lanes.clock().look();
    assertThat(lanes.claim("a")).isPresent();
  }

  @Test
  void aNextTryComesAtOnce() {
    lanes.enqueue(item());
    Claim claim = lanes.claim("a").orElseThrow();
    lanes.finish(claim, Outcome.retry("away", Duration.ofMinutes(5)));
    clock.advance(HOUR.negated());
    watch.look();
    assertThat(lanes.claim("a")).isPresent();
  }

  @Test
  void whatIsMeantForATimeKeepsIt() {
    lanes.enqueue(item().at(clock.instant().plus(HOUR)));
    clock.advance(HOUR.negated());
    watch.look();
    clock.advance(HOUR);
    watch.look();
    assertThat(lanes.claim("a")).isEmpty();
    clock.advance(HOUR);
    assertThat(lanes.claim("a")).isPresent();
  }

  @Test
  void theLaneOfADeadOwnerBecomesFreeAfterALease() {
    lanes.enqueue(item());
    assertThat(lanes.claim("dead")).isPresent();
    clock.advance(HOUR.negated());
    watch.look();
    assertThat(lanes.claim("b")).isEmpty();
    clock.advance(LaneSettings.defaults().lease().plusSeconds(1));
    assertThat(lanes.claim("b")).isPresent();
  }

  @Test
  void timersGoOn() {
    Timers timers = new Timers(store, lanes);
    timers.every("look", Duration.ofMinutes(3));
    timers.tick();
    lanes.finish(lanes.claim("a").orElseThrow(), Outcome.done());
    clock.advance(HOUR.negated());
    timers.tick();
    assertThat(lanes.claim("a")).isEmpty();
    watch.look();
    timers.tick();
    assertThat(lanes.claim("a")).isPresent();
  }

  @Test
  void aClockThatIsPutRightByALittleChangesNothing() {
    lanes.enqueue(item().at(clock.instant().plusMillis(500)));
    watch.look();
    clock.advance(Duration.ofSeconds(1).negated());
    watch.look();
    assertThat(lanes.claim("a")).isEmpty();
  }

  private static NewItem item() {
    return NewItem.of(LANE, "test", Map.of("n", 1));
  }
}
