package dev.sluice.flow;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Ledger;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.MergeRequestStates;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Rollouts;
import dev.sluice.store.record.SeenMergeRequest;
import dev.sluice.store.record.TouchedStatement;
import dev.sluice.store.record.TouchedStatements;
import dev.sluice.store.record.TouchedStatements.Question;
import dev.sluice.store.record.Votes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record as lines of text: what ran where, when, out of which merge request, approved by whom.
 */
public final class TellHistory {
  private static final int MOST = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoreDatabase store;

  public TellHistory(StoreDatabase store) {
    this.store = store;
  }

  /** Oldest first; the merge request like {@code 42!7}, else IllegalArgumentException. */
  public List<String> ofMergeRequest(String id) {
    return of(MergeRequestId.parse(id));
  }

  /** Newest first; the target like {@code orders@prod}, else IllegalArgumentException. */
  public List<String> ofTarget(String name) {
    return of(TargetName.parse(name));
  }

  /**
   * What was done to a table, newest first.
   *
   * @param table with or without its schema
   * @param target like {@code orders@prod}, else IllegalArgumentException; empty for all
   */
  public List<String> ofTable(String table, Optional<String> target) {
    Question question = new Question(List.of(), Optional.of(table), target.map(TargetName::parse));
    return store.read(
        tx ->
            TouchedStatements.rollouts(tx, question, MOST).stream()
                .map(r -> line(tx, r) + "  " + kinds(tx, r, table))
                .toList());
  }

  private static String kinds(ReadTx tx, RecordedRollout rollout, String table) {
    return TouchedStatements.of(tx, rollout).stream()
        .filter(t -> t.isOf(table))
        .map(TouchedStatement::kind)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Oldest first. */
  public List<String> of(MergeRequestId id) {
    return store.read(
        tx ->
            Deployments.of(tx, id).stream()
                .flatMap(d -> Rollouts.of(tx, d.id()).stream())
                .map(r -> line(tx, r))
                .toList());
  }

  /** Newest first. */
  public List<String> of(TargetName target) {
    return store.read(
        tx -> Rollouts.history(tx, target, MOST).stream().map(r -> line(tx, r)).toList());
  }

  /** Newest first. */
  public List<String> all() {
    return store.read(
        tx ->
            Deployments.recent(tx, MOST).stream()
                .flatMap(d -> Rollouts.of(tx, d.id()).stream())
                .map(r -> line(tx, r))
                .toList());
  }

  public Ledger.Verification verify() {
    return store.read(Ledger::verify);
  }

  private static String line(ReadTx tx, RecordedRollout rollout) {
    RecordedDeployment deployment = Deployments.find(tx, rollout.deployment()).orElseThrow();
    List<StepResult> steps = RolloutSteps.of(tx, rollout.id());
    long done = steps.stream().filter(s -> s.state() == StepState.DONE && s.committed()).count();
    Optional<SeenMergeRequest> seen = MergeRequestStates.find(tx, deployment.mergeRequest());
    String when =
        rollout.run().endedAt().or(() -> rollout.run().startedAt()).map(TIME::format).orElse("-");
    return String.join(
        "  ",
        when,
        rollout.target().toString(),
        rollout.state().name().toLowerCase(Locale.ROOT) + " " + done + "/" + steps.size(),
        seen.map(SeenMergeRequest::repositoryPath)
                .orElse(Long.toString(deployment.mergeRequest().repository()))
            + "!"
            + deployment.mergeRequest().iid(),
        "digest " + deployment.digest().brief(),
        "approved by " + approvers(tx, deployment),
        seen.map(SeenMergeRequest::title).orElse(""));
  }

  private static String approvers(ReadTx tx, RecordedDeployment deployment) {
    List<String> names = Votes.approvers(tx, deployment);
    return names.isEmpty() ? "nobody" : String.join(", ", names);
  }
}
