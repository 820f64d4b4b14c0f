package dev.sluice.flow.deploy;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.StepResult;
import dev.sluice.flow.Speaking;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.answer.SendStatuses;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.ResultView;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.flow.schema.SchemaNews;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.mergerequest.CommitStatus.State;
import dev.sluice.mergerequest.DeploymentRecords;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Backups;
import dev.sluice.store.record.Drifts;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutRemarks;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.RolloutTimings;
import dev.sluice.store.record.Rollouts;
import dev.sluice.store.record.SchemaSnapshots;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how a rollout goes: result note, commit status, GitLab's deployment record. */
public final class TellResult {
  private static final int MOST_NEXT = 5;

  private final StoreDatabase store;
  private final CodeHost host;
  private final Posts posts;
  private final SendStatuses statuses;
  private final Notes notes = new Notes();
  private final Wording wording;
  private final Speaking speaking;
  private final TellProgress progress;
  private final Pipeline pipeline;

  /** What is said of a rollout's end, and what besides of the schema. */
  public record Wording(ComposeResult compose, SchemaNews news) {}

  public TellResult(
      StoreDatabase store,
      CodeHost host,
      Wording wording,
      Speaking speaking,
      TellProgress progress,
      Pipeline pipeline) {
    this.store = store;
    this.host = host;
    this.posts = new Posts(store, host);
    this.statuses = new SendStatuses(store, host.statuses());
    this.wording = wording;
    this.speaking = speaking;
    this.progress = progress;
    this.pipeline = pipeline;
  }

  /** GitLab's records do not go back from failed: a retry has a record of its own. */
  void started(Fence fence, RunRollout.Case rollout) {
    RecordedDeployment deployment = rollout.deployment();
    boolean again = rollout.rollout().run().endedAt().isPresent();
    if (again || rollout.rollout().gitlabDeployment().isEmpty()) {
      long record =
          host.deployments()
              .start(
                  deployment.mergeRequest().repository(),
                  rollout.rollout().target().environment(),
                  deployment.branch(),
                  deployment.sha());
      store.update(fence, tx -> Rollouts.recordedInGitLab(tx, rollout.rollout().id(), record));
    }
    status(fence, deployment);
  }

  void ended(Fence fence, RunRollout.Case rollout) {
    RecordedRollout recorded = rollout.rollout();
    if (!grouped(rollout)) {
      result(fence, rollout);
    }
    if (recorded.gitlabDeployment().isPresent()) {
      host.deployments()
          .finish(
              rollout.deployment().mergeRequest().repository(),
              recorded.gitlabDeployment().getAsLong(),
              outcome(recorded.state()));
    }
    status(fence, rollout.deployment());
  }

  /** A group has one note for all of its targets, see {@link TellGroups}. */
  private boolean grouped(RunRollout.Case rollout) {
    return store
        .read(tx -> GroupPlaces.of(tx, rollout.deployment().id()))
        .containsKey(rollout.rollout().id());
  }

  private void result(Fence fence, RunRollout.Case rollout) {
    RecordedRollout recorded = rollout.rollout();
    ComposeResult.Facts facts = store.read(tx -> facts(tx, rollout, timing(tx, rollout)));
    Language language = speaking.of(rollout.change());
    String purpose =
        "result/"
            + recorded.id().value()
            + "/"
            + recorded.run().endedAt().orElseThrow().toEpochMilli();
    ResultView view =
        wording
            .news()
            .of(rollout.change(), recorded)
            .addTo(wording.compose().compose(purpose, facts, language), language);
    posts.turn(
        fence,
        rollout.deployment().mergeRequest(),
        TellProgress.purpose(recorded.id()),
        purpose,
        notes.result(view, language));
  }

  TellProgress.Following follow(Fence fence, RunRollout.Case rollout) {
    return progress.follow(fence, rollout);
  }

  void paused(Fence fence, RunRollout.Case rollout, String reason) {
    progress.paused(fence, rollout, reason);
  }

  /** In the language of what landed, for the record. */
  String words(RunRollout.Case rollout, Message message) {
    return speaking.of(rollout.change()).say(message);
  }

  /** What was out of the ordinary about when it ran, and what its other targets wait for now. */
  private List<Message> timing(ReadTx tx, RunRollout.Case rollout) {
    RecordedRollout ended = rollout.rollout();
    Stream<Message> rush =
        RolloutTimings.of(tx, ended.id()).rush().stream()
            .map(
                w ->
                    Message.of(
                        "Windows and freezes did not count, by order of %s: %s",
                        w.by(), w.reason()));
    Stream<Message> next =
        Rollouts.of(tx, ended.deployment()).stream()
            .filter(r -> ended.state().finished() && r.state() == RolloutState.WAITING)
            .filter(r -> r.target().database().equals(ended.target().database()))
            .flatMap(
                r ->
                    pipeline.ask(tx, r).words().stream()
                        .map(w -> Message.of("Next, %s: %s.", r.target(), w)))
            .limit(MOST_NEXT);
    return Stream.concat(rush, next).toList();
  }

  static ComposeResult.Facts facts(ReadTx tx, RunRollout.Case rollout, List<Message> timing) {
    List<StepResult> steps = RolloutSteps.of(tx, rollout.rollout().id());
    Optional<Snapshot> before = snapshot(tx, rollout.rollout().run().before());
    Optional<Snapshot> after = snapshot(tx, rollout.rollout().run().after());
    int waiting = Rollouts.unfinished(tx, rollout.rollout().target()).size();
    Optional<String> drift = Drifts.metBy(tx, rollout.rollout().id());
    List<String> remarks = RolloutRemarks.of(tx, rollout.rollout().id());
    return new ComposeResult.Facts(
        rollout,
        steps,
        before,
        after,
        drift,
        Backups.of(tx, rollout.rollout().id()),
        waiting,
        Ledger.head(tx),
        remarks,
        timing);
  }

  private static Optional<Snapshot> snapshot(ReadTx tx, OptionalLong id) {
    return id.isPresent() ? SchemaSnapshots.find(tx, id.getAsLong()) : Optional.empty();
  }

  private static DeploymentRecords.Outcome outcome(RolloutState state) {
    return switch (state) {
      case DONE, SKIPPED -> DeploymentRecords.Outcome.SUCCESS;
      case CANCELLED -> DeploymentRecords.Outcome.CANCELED;
      case WAITING, READY, RUNNING, FAILED, UNKNOWN -> DeploymentRecords.Outcome.FAILED;
    };
  }

  /** One status for all targets; a waiting one does not keep it pending for ever. */
  private void status(Fence fence, RecordedDeployment deployment) {
    List<RecordedRollout> rollouts = store.read(tx -> Rollouts.of(tx, deployment.id()));
    State state =
        rollouts.stream().anyMatch(r -> r.state() == RolloutState.RUNNING)
            ? State.RUNNING
            : rollouts.stream().anyMatch(TellResult::stopped) ? State.FAILED : State.SUCCESS;
    String words =
        rollouts.stream()
            .map(r -> r.target() + " " + r.state().name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", "));
    String url =
        host.mergeRequests().find(deployment.mergeRequest()).map(mr -> mr.webUrl()).orElse("");
    statuses.send(
        fence,
        deployment.mergeRequest().repository(),
        deployment.sha(),
        deployment.branch(),
        List.of(new CommitStatus(SendStatuses.DEPLOY, state, words, url)));
  }

  private static boolean stopped(RecordedRollout rollout) {
    return rollout.state() == RolloutState.FAILED
        || rollout.state() == RolloutState.UNKNOWN
        || rollout.state() == RolloutState.CANCELLED;
  }
}
