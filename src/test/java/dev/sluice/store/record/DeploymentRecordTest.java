package dev.sluice.store.record;

import static dev.sluice.store.record.Fixtures.FIRST;
import static dev.sluice.store.record.Fixtures.SECOND;
import static dev.sluice.store.record.Fixtures.change;
import static dev.sluice.store.record.Fixtures.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Change;
import dev.sluice.change.DeployedScript;
import dev.sluice.change.Script;
import dev.sluice.change.Sha256;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.Cancellation;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.deploy.TakenOverException;
import dev.sluice.deploy.Underway;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.SettableClock;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.TestStore;
import dev.sluice.store.lanes.LaneName;
import dev.sluice.store.lanes.LaneSettings;
import dev.sluice.store.lanes.Lanes;
import dev.sluice.store.lanes.NewItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DeploymentRecordTest {

  @Parameter private TestStore on;

  private static final TargetName TEST = TargetName.of("orders", "test");
  private static final TargetName PROD = TargetName.of("orders", "prod");
  private static final Change CHANGE =
      change(
          FIRST,
          script("V1__a.sql", "create table a (id int);", "orders", "billing"),
          script("V2__b.sql", "create table b (id int);", "billing"));
  private static final Change LATER =
      change(SECOND, script("V3__c.sql", "create table c (id int);", "orders"));

  private final SettableClock clock = new SettableClock();
  private StoreDatabase store;
  private Lanes lanes;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = StoreDatabase.open(on.fresh(directory), clock);
    lanes = new Lanes(store, LaneSettings.defaults());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aDeploymentIsCreatedOnce() {
    RecordedDeployment first = create(CHANGE, "aaa");
    assertThat(create(CHANGE, "aaa")).isEqualTo(first);
    assertThat(create(CHANGE, "bbb").id()).as("merged again").isGreaterThan(first.id());
    assertThat(deployments(tx -> Deployments.of(tx, FIRST))).hasSize(2).first().isEqualTo(first);
    assertThat(rollouts(tx -> Rollouts.of(tx, first.id())))
        .extracting(RecordedRollout::target)
        .containsExactly(TEST, PROD);
  }

  @Test
  void anEarlierUndeployedChangeHoldsLaterOnesOnItsTargetOnly() {
    RecordedDeployment first = create(CHANGE, "aaa");
    RecordedDeployment second = create(LATER, "bbb");
    RecordedRollout waiting = rollout(second, PROD);
    assertThat(next(PROD).deployment()).isEqualTo(first.id());
    assertThat(rollouts(tx -> Rollouts.before(tx, waiting))).containsExactly(rollout(first, PROD));

    for (RolloutState holding :
        List.of(RolloutState.FAILED, RolloutState.UNKNOWN, RolloutState.CANCELLED)) {
      move(rollout(first, PROD), holding);
      assertThat(next(PROD).deployment()).isEqualTo(first.id());
    }
    move(rollout(first, PROD), RolloutState.SKIPPED);
    assertThat(next(PROD)).isEqualTo(waiting);
    assertThat(next(TEST).deployment()).isEqualTo(first.id());
    assertThat(rollouts(tx -> Rollouts.history(tx, PROD, 1))).containsExactly(waiting);
  }

  @Test
  void aRolloutRunsWhenItIsAllowedAndAgainAfterItFailed() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    Fence fence = claim();
    assertThat(begin(id, fence)).as("nobody allowed it").isFalse();
    assertThat(allow(id, "merge")).isTrue();
    assertThat(allow(id, "lin")).as("allowed already").isFalse();
    assertThat(begin(id, fence)).isTrue();
    assertThat(begin(id, fence)).as("goes on after a crash").isTrue();
    store.update(tx -> Rollouts.move(tx, id, RolloutState.FAILED, "lock timeout"));
    assertThat(begin(id, fence)).as("a person must say so").isFalse();
    assertThat(allow(id, "lin")).isTrue();
    assertThat(begin(id, fence)).isTrue();
    store.update(tx -> Rollouts.move(tx, id, RolloutState.DONE, ""));
    store.update(tx -> Rollouts.move(tx, id, RolloutState.FAILED, "too late"));
    assertThat(allow(id, "lin")).isFalse();
    RecordedRollout done = store.read(tx -> Rollouts.find(tx, id)).orElseThrow();
    assertThat(done.state()).isEqualTo(RolloutState.DONE);
    assertThat(done.run().by()).isEqualTo("lin");
    assertThat(done.run().endedAt()).contains(clock.instant());
    assertThat(counts()).isEqualTo(Map.of(RolloutState.DONE, 1L, RolloutState.WAITING, 1L));
  }

  @Test
  void theOrderHoldsTheScriptsOfItsDatabaseAndWhatPeopleDecided() {
    RecordedRollout rollout = rollout(create(CHANGE, "aaa"), TEST);
    Decision skip = Decision.skip("it ran by hand", "lin", clock.instant());
    store.update(
        tx -> {
          RolloutDecisions.save(
              tx, rollout.id(), 2, Decision.runAgain("sure", "lin", clock.instant()));
          RolloutDecisions.save(tx, rollout.id(), 2, skip);
        });
    Fence fence = claim();
    Rollout order = store.read(tx -> RolloutOrders.order(tx, rollout, fence));
    assertThat(order.scripts()).extracting(Script::path).containsExactly("orders/V1__a.sql");
    assertThat(order.decisions()).isEqualTo(Map.of(2, skip));
    assertThat(order.token()).isEqualTo(fence.token());
    assertThat(order.provenance().change()).isEqualTo("7!1");
    assertThat(order.provenance().digest()).isEqualTo(CHANGE.digest());
  }

  @Test
  void theJournalKeepsStepsAndTheSchemaBefore() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    RolloutJournal journal = new RolloutJournal(store, claim(), new Cancellation());
    StepResult failed = step(2, StepState.FAILED, Optional.of(error()));
    journal.record(id, List.of(step(2, StepState.STARTED, Optional.empty())));
    journal.record(id, List.of(step(1, StepState.DONE, Optional.empty())));
    journal.record(id, List.of(failed));
    assertThat(journal.steps(id))
        .containsExactly(step(1, StepState.DONE, Optional.empty()), failed);

    assertThat(journal.before(id)).isEmpty();
    Snapshot snapshot = new Snapshot("TABLE a\n", Sha256.of("TABLE a\n"), 1, "PostgreSQL 18.6");
    journal.recordBefore(id, snapshot);
    assertThat(journal.before(id)).contains(snapshot);
  }

  @Test
  void theJournalRefusesAWorkerThatWasReplaced() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    RolloutJournal journal = new RolloutJournal(store, claim(), new Cancellation());
    journal.checkStillOurs(id);
    clock.advance(Duration.ofMinutes(1));
    Fence newer = lanes.claim("other").orElseThrow().fence();
    StepResult step = step(1, StepState.DONE, Optional.empty());
    assertThatThrownBy(() -> journal.checkStillOurs(id)).isInstanceOf(TakenOverException.class);
    assertThatThrownBy(() -> journal.record(id, List.of(step)))
        .isInstanceOf(TakenOverException.class);
    assertThat(journal.steps(id)).isEmpty();
    new RolloutJournal(store, newer, new Cancellation()).record(id, List.of(step));
    assertThat(journal.steps(id)).containsExactly(step);
  }

  @Test
  void whoeverRunsItHearsThatItWasCancelledElsewhere() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    Cancellation cancellation = new Cancellation();
    Fence fence = claim();
    RolloutJournal journal = new RolloutJournal(store, fence, cancellation);
    store.update(tx -> Rollouts.allow(tx, id, "merge"));
    store.update(tx -> Rollouts.begin(tx, id, fence));
    journal.checkStillOurs(id);
    assertThat(cancellation.requested()).isFalse();
    store.update(tx -> Cancellations.request(tx, id, "olga"));
    store.update(tx -> Cancellations.request(tx, id, "lin"));
    assertThat(journal.cancelledBy(id)).contains("olga");
    journal.checkStillOurs(id);
    assertThat(cancellation.requestedBy()).contains("olga");
    assertThat(state(id)).as("it ends by itself").isEqualTo(RolloutState.RUNNING);
  }

  @Test
  void whatIsQueuedIsCancelledAtOnceAndAnewWithoutTheWish() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    store.update(tx -> Rollouts.allow(tx, id, "merge"));
    store.update(tx -> Cancellations.request(tx, id, "olga"));
    assertThat(state(id)).isEqualTo(RolloutState.CANCELLED);
    store.update(tx -> Rollouts.allow(tx, id, "lin"));
    assertThat(store.<Optional<String>>read(tx -> Cancellations.of(tx, id))).isEmpty();
  }

  @Test
  void whatIsSeenOfAStatementIsThereWhileItRuns() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    Fence fence = claim();
    RolloutJournal journal = new RolloutJournal(store, fence, new Cancellation());
    store.update(tx -> Rollouts.allow(tx, id, "merge"));
    store.update(tx -> Rollouts.begin(tx, id, fence));
    Underway seen =
        new Underway(
            2,
            3,
            "create index …",
            clock.instant(),
            Optional.of("45 %"),
            List.of("session 7 (app)"),
            clock.instant());
    journal.underway(id, seen);
    assertThat(store.<Optional<Underway>>read(tx -> Underways.find(tx, id))).contains(seen);
    store.update(tx -> Rollouts.move(tx, id, RolloutState.DONE, ""));
    assertThat(store.<Optional<Underway>>read(tx -> Underways.find(tx, id))).isEmpty();
  }

  @Test
  void remarksAreToldOncePerTopicAndAWaitIsCountedFromItsBeginning() {
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    RolloutJournal journal = new RolloutJournal(store, claim(), new Cancellation());
    journal.remark(id, "retry/1", "tried 2 times");
    journal.remark(id, "retry/1", "tried 3 times");
    assertThat(store.<List<String>>read(tx -> RolloutRemarks.of(tx, id)))
        .containsExactly("tried 3 times");
    Instant since = journal.heldBack(id);
    clock.advance(Duration.ofSeconds(1));
    assertThat(journal.heldBack(id)).isEqualTo(since);
    assertThat(journal.letThrough(id)).contains(since);
    assertThat(journal.letThrough(id)).isEmpty();
  }

  @Test
  void equalSchemasAreKeptOnce() {
    Snapshot snapshot = new Snapshot("TABLE a\n", "s1", 1, "PostgreSQL 18.6");
    Snapshot upgraded = new Snapshot("TABLE a\n", "s1", 1, "PostgreSQL 19.0");
    long first = store.write(tx -> SchemaSnapshots.save(tx, snapshot));
    assertThat(store.write(tx -> SchemaSnapshots.save(tx, snapshot)).longValue()).isEqualTo(first);
    long second = store.write(tx -> SchemaSnapshots.save(tx, upgraded));
    assertThat(store.read(tx -> SchemaSnapshots.find(tx, second)).orElseThrow())
        .isEqualTo(upgraded);
    RolloutId id = rollout(create(CHANGE, "aaa"), TEST).id();
    store.update(tx -> Rollouts.after(tx, id, first));
    assertThat(store.read(tx -> SchemaSnapshots.expected(tx, TEST)).orElseThrow())
        .isEqualTo(snapshot);
    assertThat(store.read(tx -> SchemaSnapshots.expected(tx, PROD)).isPresent()).isFalse();
  }

  @Test
  void tellsWhichScriptsRanAndWhichWait() {
    RecordedDeployment deployment = create(CHANGE, "aaa");
    Script script = CHANGE.scripts().get(0).script();
    DeployedScript waiting =
        new DeployedScript("orders", script.path(), "1", script.sha256(), false);
    DeployedScript ran = new DeployedScript("orders", script.path(), "1", script.sha256(), true);
    assertThat(deployed("orders")).containsExactly(waiting);
    assertThat(deployed("billing")).as("no target of it").isEmpty();
    assertThat(store.read(tx -> DeployedScripts.of(tx, List.of("orders"), FIRST)).isEmpty())
        .as("it does not stand in its own way")
        .isTrue();

    RolloutId id = rollout(deployment, TEST).id();
    store.update(
        tx -> RolloutSteps.save(tx, id, List.of(step(1, StepState.DONE, Optional.empty()))));
    assertThat(deployed("orders")).as("a part of it ran").containsExactly(ran);
    move(rollout(deployment, TEST), RolloutState.SKIPPED);
    assertThat(deployed("orders")).containsExactly(ran);
  }

  @Test
  void aSkippedScriptThatNeverRanIsForgotten() {
    RecordedDeployment deployment = create(CHANGE, "aaa");
    move(rollout(deployment, TEST), RolloutState.SKIPPED);
    move(rollout(deployment, PROD), RolloutState.SKIPPED);
    assertThat(deployed("orders")).isEmpty();
  }

  private List<DeployedScript> deployed(String database) {
    return store.read(tx -> DeployedScripts.of(tx, List.of(database), SECOND));
  }

  private RecordedDeployment create(Change change, String sha) {
    return store.write(tx -> Deployments.create(tx, change, "main", sha, List.of(TEST, PROD)));
  }

  private RolloutState state(RolloutId id) {
    return store.<RecordedRollout>read(tx -> Rollouts.find(tx, id).orElseThrow()).state();
  }

  private RecordedRollout rollout(RecordedDeployment deployment, TargetName target) {
    return rollouts(tx -> Rollouts.of(tx, deployment.id())).stream()
        .filter(r -> r.target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  private RecordedRollout next(TargetName target) {
    return store.read(tx -> Rollouts.next(tx, target)).orElseThrow();
  }

  private void move(RecordedRollout rollout, RolloutState state) {
    store.update(tx -> Rollouts.move(tx, rollout.id(), state, "because"));
  }

  private boolean allow(RolloutId id, String by) {
    return store.write(tx -> Rollouts.allow(tx, id, by));
  }

  private boolean begin(RolloutId id, Fence fence) {
    return store.write(tx -> Rollouts.begin(tx, id, fence));
  }

  private Fence claim() {
    lanes.enqueue(NewItem.of(LaneName.target(TEST), "rollout", Map.of()));
    return lanes.claim("worker").orElseThrow().fence();
  }

  private Map<RolloutState, Long> counts() {
    return store.read(Rollouts::counts);
  }

  private List<RecordedRollout> rollouts(Function<ReadTx, List<RecordedRollout>> work) {
    return store.read(work);
  }

  private List<RecordedDeployment> deployments(Function<ReadTx, List<RecordedDeployment>> work) {
    return store.read(work);
  }

  private static StepResult step(int seq, StepState state, Optional<StepError> error) {
    return new StepResult(
        seq,
        "orders/V1__a.sql",
        3,
        "abc",
        state,
        state == StepState.DONE,
        new SettableClock().instant(),
        Duration.ofMillis(12),
        OptionalLong.of(4),
        List.of("NOTICE: hello"),
        error);
  }

  private static StepError error() {
    return new StepError("42P01", "relation does not exist", Optional.of("3:1"), Optional.empty());
  }
}
