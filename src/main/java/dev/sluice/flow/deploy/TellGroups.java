package dev.sluice.flow.deploy;

import static java.util.stream.Collectors.groupingBy;

import dev.sluice.flow.Speaking;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.deploy.ComposeGroup.Entry;
import dev.sluice.flow.deploy.ComposeGroup.Facts;
import dev.sluice.flow.group.Group;
import dev.sluice.flow.group.Member;
import dev.sluice.flow.group.Verdict;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.ResultView;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutSteps;
import dev.sluice.store.record.Rollouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps one note per deployment and group of targets up to date, and says once more that somebody
 * has to act when it has stopped: nobody is told of an edit.
 */
public final class TellGroups {
  private static final int MOST_FAILURES = 3;

  private final StoreDatabase store;
  private final CodeHost host;
  private final Posts posts;
  private final Pipeline pipeline;
  private final Speaking speaking;
  private final ComposeResult results;
  private final ComposeGroup groups;
  private final Notes notes = new Notes();

  /**
   * @param prefix of our commands, e.g. {@code /db}
   */
  public TellGroups(
      StoreDatabase store, CodeHost host, Pipeline pipeline, Speaking speaking, String prefix) {
    this.store = store;
    this.host = host;
    this.posts = new Posts(store, host);
    this.pipeline = pipeline;
    this.speaking = speaking;
    this.results = new ComposeResult(prefix);
    this.groups = new ComposeGroup(prefix);
  }

  /** Of a merge request; nothing where nothing is, or no group has begun. */
  public void tell(Fence fence, MergeRequestId id) {
    for (RecordedDeployment deployment : store.read(tx -> Deployments.of(tx, id))) {
      store.read(tx -> Rollouts.of(tx, deployment.id())).stream()
          .collect(groupingBy(r -> r.target().database() + "@" + r.target().environment()))
          .forEach((name, rollouts) -> tell(fence, deployment, name, rollouts));
    }
  }

  private void tell(
      Fence fence, RecordedDeployment deployment, String name, List<RecordedRollout> rollouts) {
    boolean begun = rollouts.stream().anyMatch(r -> r.state() != RolloutState.WAITING);
    if (rollouts.size() < 2 || !begun) {
      return;
    }
    MergeRequestId id = deployment.mergeRequest();
    Language language =
        speaking.of(store.read(tx -> Changes.find(tx, id, deployment.digest())).orElseThrow());
    Facts facts = store.read(tx -> facts(tx, deployment, name, rollouts, language));
    String purpose = "group/" + deployment.id() + "/" + name;
    posts.put(
        fence,
        id,
        purpose,
        notes.group(groups.compose(purpose, facts, language), language),
        () -> host.discussions().discussions(id));
    if (ComposeGroup.stopped(facts)) {
      int failures = facts.entries().stream().mapToInt(e -> e.member().failures()).sum();
      posts.once(
          fence,
          id,
          purpose + "/stopped/" + failures,
          "",
          language.say(ComposeGroup.headline(facts))
              + ". "
              + language.text("The table above says what failed and what helps."));
    }
  }

  private Facts facts(
      ReadTx tx,
      RecordedDeployment deployment,
      String name,
      List<RecordedRollout> rollouts,
      Language language) {
    Group group = pipeline.group(tx, rollouts.get(0)).orElseThrow();
    Map<?, Verdict> plan = group.plan(tx.now());
    List<Entry> entries =
        rollouts.stream()
            .map(
                r ->
                    new Entry(
                        member(group, r),
                        r.state() == RolloutState.WAITING ? List.of() : RolloutSteps.of(tx, r.id()),
                        note(tx, r, Optional.ofNullable(plan.get(r.target())))))
            .toList();
    Map<String, ResultView> failed = new LinkedHashMap<>();
    rollouts.stream()
        .filter(r -> r.state() == RolloutState.FAILED || r.state() == RolloutState.UNKNOWN)
        .limit(MOST_FAILURES)
        .forEach(r -> failed.put(r.target().toString(), result(tx, r, language)));
    Optional<Map.Entry<String, ResultView>> done =
        rollouts.stream()
            .filter(r -> r.state() == RolloutState.DONE)
            .findFirst()
            .map(r -> Map.entry(r.target().toString(), result(tx, r, language)));
    return new Facts(deployment, name, group, entries, failed, done);
  }

  private ResultView result(ReadTx tx, RecordedRollout rollout, Language language) {
    return results.compose(
        "", TellResult.facts(tx, RunRollout.open(tx, rollout), List.of()), language);
  }

  private static Member member(Group group, RecordedRollout rollout) {
    return group.members().stream()
        .filter(m -> m.target().equals(rollout.target()))
        .findFirst()
        .orElseThrow();
  }

  private Message note(ReadTx tx, RecordedRollout rollout, Optional<Verdict> verdict) {
    if (rollout.state() != RolloutState.WAITING) {
      return Message.text(rollout.reason());
    }
    if (verdict.isPresent() && verdict.get() instanceof Verdict.Wait wait) {
      return wait.why();
    }
    return verdict.isPresent() && verdict.get() instanceof Verdict.Stop
        ? Message.of("does not start")
        : pipeline.ask(tx, rollout).words().orElseGet(() -> Message.text(rollout.reason()));
  }
}
