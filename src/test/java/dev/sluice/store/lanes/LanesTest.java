package dev.sluice.store.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.Event;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.LostLease;
import dev.sluice.store.SettableClock;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.TestStore;
import dev.sluice.store.WriteTx;
import dev.sluice.store.lanes.Lanes.Claim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LanesTest {

  @Parameter private TestStore on;

  private static final LaneName LANE = LaneName.mergeRequest(new MergeRequestId(7, 1));
  private static final LaneName OTHER = LaneName.target(TargetName.of("orders", "prod"));
  private static final LaneSettings SETTINGS =
      new LaneSettings(
          1,
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1)),
          Map.of());

  private final SettableClock clock = new SettableClock();
  private StoreDatabase store;
  private Lanes lanes;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = StoreDatabase.open(on.fresh(directory), clock);
    lanes = new Lanes(store, SETTINGS);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void worksALaneOneAtATimeInOrder() {
    lanes.enqueue(item(LANE, 1));
    lanes.enqueue(item(LANE, 2));
    Claim first = claim();
    assertThat(first.item().payload()).isEqualTo("{\"n\":1}");
    assertThat(lanes.claim("b")).isEmpty();
    lanes.finish(first, Outcome.done());
    Claim second = claim();
    assertThat(second.item().payload()).isEqualTo("{\"n\":2}");
    assertThat(second.fence().token()).isGreaterThan(first.fence().token());
    lanes.finish(second, Outcome.done());
    assertThat(lanes.claim("a")).isEmpty();
  }

  @Test
  void worksOtherLanesMeanwhile() {
    lanes.enqueue(item(LANE, 1));
    lanes.enqueue(item(OTHER, 2));
    assertThat(claim().fence().lane()).isEqualTo("mr/7/1");
    assertThat(claim().fence().lane()).isEqualTo("target/orders@prod");
  }

  @Test
  void workExistsOnlyIfItsCauseDoes() {
    assertThatThrownBy(
            () ->
                store.update(
                    tx -> {
                      lanes.enqueue(tx, item(LANE, 1));
                      throw new IllegalArgumentException("the cause failed");
                    }))
        .hasMessage("the cause failed");
    assertThat(lanes.claim("a")).isEmpty();
    store.update(tx -> lanes.enqueue(tx, item(LANE, 1)));
    assertThat(lanes.claim("a")).isPresent();
  }

  @Test
  void storesDuplicatesOnceAlsoAfterTheyAreDone() {
    Inbox inbox = new Inbox(lanes);
    Event comment = new Event.Commented(new MergeRequestId(7, 1), 99);
    assertThat(inbox.accept(comment, "key-1")).isTrue();
    assertThat(inbox.accept(comment, "key-1")).isFalse();
    Claim claim = claim();
    assertThat(Inbox.event(claim.item())).isEqualTo(comment);
    lanes.finish(claim, Outcome.done());
    assertThat(inbox.accept(comment, "key-1")).isFalse();
    assertThat(lanes.claim("a")).isEmpty();
    clock.advance(Duration.ofDays(8));
    assertThat(lanes.prune(Duration.ofDays(7))).isEqualTo(1);
    assertThat(inbox.accept(comment, "key-1")).isTrue();
  }

  @Test
  void eventsThatWaitAreSortedInOneGoInTheirOrder() {
    List<Event> events = pushes(5);
    List<Event> sorted = new ArrayList<>();
    Claim first = lanes.claim("a").orElseThrow();
    lanes.finish(first, Inbox.sort(first.item(), (tx, event) -> sorted.add(event)));
    assertThat(sorted).isEqualTo(events);
    assertThat(lanes.claim("a")).isEmpty();
  }

  @Test
  void anEventThatCannotBeSortedHoldsNoOtherBack() {
    List<Event> events = pushes(3);
    List<Event> sorted = new ArrayList<>();
    BiConsumer<WriteTx, Event> router =
        (tx, event) -> {
          if (event.equals(events.get(1))) {
            throw new IllegalStateException("no such branch");
          }
          tx.afterCommit(() -> sorted.add(event));
        };
    WorkHandler handler = (item, fence) -> Inbox.sort(item, router);
    for (Optional<Claim> claim = lanes.claim("a"); claim.isPresent(); claim = lanes.claim("a")) {
      new ItemRun(lanes, Map.of(Inbox.KIND, handler)).run(claim.get());
      clock.advance(Duration.ofHours(1));
    }
    assertThat(sorted).containsExactly(events.get(0), events.get(2));
    assertThat(lanes.stats().dead()).isEqualTo(1);
  }

  private List<Event> pushes(int count) {
    List<Event> events = new ArrayList<>();
    Inbox inbox = new Inbox(lanes);
    for (int i = 0; i < count; i++) {
      Event event = new Event.BranchPushed(1, "b" + i);
      events.add(event);
      inbox.accept(event, "key" + i);
    }
    return events;
  }

  @Test
  void everyKindOfEventSurvivesTheInbox() {
    MergeRequestId id = new MergeRequestId(7, 1);
    List<Event> events =
        List.of(
            new Event.MergeRequestChanged(id),
            new Event.Commented(id, 99),
            new Event.ApprovalsChanged(id),
            new Event.Merged(id, "main"),
            new Event.BranchPushed(7, "main"));
    assertThat(events).hasSize(Event.class.getPermittedSubclasses().length);
    Inbox inbox = new Inbox(lanes);
    for (Event event : events) {
      inbox.accept(event, event.toString());
      Claim claim = claim();
      assertThat(Inbox.event(claim.item())).isEqualTo(event);
      lanes.finish(claim, Outcome.done());
    }
  }

  @Test
  void oneWaitingLookIsEnough() {
    assertThat(enqueueUnlessWaiting(item(LANE, 1))).isTrue();
    assertThat(enqueueUnlessWaiting(item(LANE, 1))).isFalse();
    assertThat(enqueueUnlessWaiting(item(LANE, 2))).isTrue();
    claim();
    assertThat(enqueueUnlessWaiting(item(LANE, 1)))
        .as("the running look may have seen the old state")
        .isTrue();
  }

  @Test
  void workOfADeadWorkerRunsAgainAndItsLateWritesAreRefused() {
    lanes.enqueue(item(LANE, 1));
    Claim lost = claim();
    clock.advance(Duration.ofSeconds(29));
    assertThat(lanes.claim("b")).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    Claim again = claim();
    assertThat(again.item().id()).isEqualTo(lost.item().id());
    assertThat(again.item().attempts()).isEqualTo(2);

    assertThat(lanes.renew(lost.fence())).isFalse();
    assertThatThrownBy(() -> store.update(lost.fence(), tx -> lanes.enqueue(tx, item(OTHER, 9))))
        .isInstanceOf(LostLease.class);
    assertThatThrownBy(() -> lanes.finish(lost, Outcome.done())).isInstanceOf(LostLease.class);
    lanes.finish(again, Outcome.done());
    assertThat(lanes.claim("a")).isEmpty();
  }

  @Test
  void renewingKeepsTheLane() {
    lanes.enqueue(item(LANE, 1));
    Claim claim = claim();
    clock.advance(Duration.ofSeconds(20));
    assertThat(lanes.renew(claim.fence())).isTrue();
    clock.advance(Duration.ofSeconds(20));
    assertThat(lanes.claim("b")).isEmpty();
    store.update(claim.fence(), tx -> lanes.enqueue(tx, item(OTHER, 2)));
    lanes.finish(claim, Outcome.done());
    assertThatThrownBy(() -> store.update(claim.fence(), tx -> {}))
        .as("after the lane was given back")
        .isInstanceOf(LostLease.class);
  }

  @Test
  void aRestartTakesUpTheWorkAtOnceAndFirst() {
    lanes.enqueue(item(LANE, 1));
    lanes.enqueue(item(LANE, 2));
    Claim lost = claim();
    Assumptions.assumeFalse(store.shared(), "the leases of others are not ours to end");
    assertThat(lanes.releaseLeftovers()).isEqualTo(1);
    assertThat(claim().item().id()).isEqualTo(lost.item().id());
  }

  @Test
  void whatArrivesWhileFinishingIsNotForgotten() {
    lanes.enqueue(item(LANE, 1));
    Claim claim = claim();
    lanes.enqueue(item(LANE, 2));
    lanes.finish(claim, Outcome.done(tx -> lanes.enqueue(tx, item(LANE, 3))));
    lanes.finish(claim(), Outcome.done());
    assertThat(claim().item().payload()).isEqualTo("{\"n\":3}");
  }

  @Test
  void aFailedItemHoldsItsLaneUntilItsNextTry() {
    lanes.enqueue(item(LANE, 1));
    lanes.finish(claim(), Outcome.retry("GitLab is down", Duration.ofSeconds(60)));
    lanes.enqueue(item(LANE, 2));
    assertThat(lanes.claim("a")).isEmpty();
    assertThat(lanes.stats()).isEqualTo(new QueueStats(1, 1, 0, Duration.ZERO));
    clock.advance(Duration.ofSeconds(61));
    assertThat(lanes.stats()).isEqualTo(new QueueStats(2, 0, 0, Duration.ofSeconds(61)));
    Claim again = claim();
    assertThat(again.item().payload()).isEqualTo("{\"n\":1}");
    lanes.finish(again, Outcome.done());
    assertThat(claim().item().payload()).isEqualTo("{\"n\":2}");
  }

  @Test
  void anItemForLaterHoldsNothing() {
    lanes.enqueue(item(LANE, 1).at(clock.instant().plusSeconds(60)));
    assertThat(lanes.claim("a")).isEmpty();
    lanes.enqueue(item(LANE, 2));
    Claim now = claim();
    assertThat(now.item().payload()).isEqualTo("{\"n\":2}");
    lanes.finish(now, Outcome.done());
    assertThat(lanes.claim("a")).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(claim().item().payload()).isEqualTo("{\"n\":1}");
  }

  @Test
  void anItemForLaterDoesNotPutOffWhatIsDue() {
    lanes.enqueue(item(LANE, 1));
    lanes.enqueue(item(LANE, 2).at(clock.instant().plusSeconds(60)));
    assertThat(claim().item().payload()).isEqualTo("{\"n\":1}");
  }

  @Test
  void backsOffAndGivesUpAfterItsTries() {
    lanes.enqueue(item(LANE, 1));
    lanes.enqueue(item(LANE, 2));
    for (int attempt = 1; attempt <= 3; attempt++) {
      Claim claim = claim();
      assertThat(claim.item().attempts()).isEqualTo(attempt);
      lanes.finish(claim, Outcome.retry("still broken"));
      if (attempt < 3) {
        assertThat(lanes.claim("a")).isEmpty();
      }
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(lanes.stats().dead()).isEqualTo(1);
    Claim next = claim();
    assertThat(next.item().payload()).as("a dead item holds nothing").isEqualTo("{\"n\":2}");
    lanes.finish(next, Outcome.done());

    assertThat(lanes.revive(next.item().id())).isFalse();
    assertThat(lanes.revive(next.item().id() - 1)).isTrue();
    assertThat(claim().item().attempts()).isEqualTo(1);
  }

  @Test
  void anItemThatKillsTheProcessIsDeadInTheEnd() {
    lanes.enqueue(item(LANE, 1));
    lanes.enqueue(item(LANE, 2));
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(claim().item().attempts()).isEqualTo(attempt);
      clock.advance(Duration.ofSeconds(31));
    }
    assertThat(claim().item().payload()).isEqualTo("{\"n\":2}");
    assertThat(lanes.stats().dead()).isEqualTo(1);
  }

  @Test
  void backoffDoublesUpToItsLimitWithJitter() {
    RetryPolicy policy = new RetryPolicy(60, Duration.ofSeconds(2), Duration.ofMinutes(10));
    assertThat(policy.delay(1, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.delay(4, 1)).isEqualTo(Duration.ofSeconds(16));
    assertThat(policy.delay(60, 1)).isEqualTo(Duration.ofMinutes(10));
  }

  private boolean enqueueUnlessWaiting(NewItem item) {
    return store.write(tx -> lanes.enqueueUnlessWaiting(tx, item));
  }

  private Claim claim() {
    Optional<Claim> claim = lanes.claim("a");
    assertThat(claim).isPresent();
    return claim.orElseThrow();
  }

  private static NewItem item(LaneName lane, int number) {
    return NewItem.of(lane, "test", Map.of("n", number));
  }

  @Test
  void deliveriesThatComeTogetherAreEachStoredOnceAndShareTheirWrites() throws Exception {
    Inbox inbox = new Inbox(lanes);
    AtomicInteger accepted = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(16);
    for (int i = 0; i < 200; i++) {
      Event event = new Event.MergeRequestChanged(new MergeRequestId(7, i / 2));
      String key = "delivery-" + i / 2; // each comes twice
      senders.execute(
          () -> {
            if (inbox.accept(event, key)) {
              accepted.incrementAndGet();
            }
          });
    }
    senders.shutdown();
    assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(accepted).hasValue(100);
    assertThat(lanes.stats().ready()).isEqualTo(100);
  }
}
