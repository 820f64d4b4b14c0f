package dev.sluice.flow.drift;

import dev.sluice.change.TargetName;
import dev.sluice.flow.Speaking;
import dev.sluice.flow.Work;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.deploy.RunRollout.Case;
import dev.sluice.flow.deploy.SchemaGate;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.Drifts;
import java.util.Optional;

/** Before a rollout: what the environment says about a schema that is not as we left it. */
public final class DriftGate implements SchemaGate {
  private final StoreDatabase store;
  private final LookForDrift look;
  private final Work work;
  private final Posts posts;
  private final Speaking speaking;
  private final String prefix;

  /**
   * @param prefix of our commands, e.g. {@code /db}
   */
  public DriftGate(
      StoreDatabase store,
      LookForDrift look,
      Work work,
      Posts posts,
      Speaking speaking,
      String prefix) {
    this.store = store;
    this.look = look;
    this.work = work;
    this.posts = posts;
    this.speaking = speaking;
    this.prefix = prefix;
  }

  /** A target that cannot be compared stops nobody here: the rollout meets the same trouble. */
  @Override
  public Optional<Message> objection(Fence fence, Case rollout) {
    TargetName target = rollout.rollout().target();
    Seen seen = look.look(fence, target);
    if (!(seen instanceof Seen.Drifted drifted)) {
      return Optional.empty();
    }
    switch (look.settings(target).policy()) {
      case BLOCK -> {
        tell(fence, rollout, drifted);
        return Optional.of(
            Message.of(
                "the schema of %s is not as Sluice left it: undo that, or an owner writes %s"
                    + " accept-drift",
                target, prefix));
      }
      case ACCEPT -> accept(fence, rollout, drifted);
      case WARN -> {}
    }
    String diff = DriftDiff.shown(drifted.diff(), speaking.of(rollout.change()));
    store.update(
        fence,
        tx -> {
          Drifts.met(tx, rollout.rollout().id(), drifted.gap(), diff);
          work.drift(tx, target); // afterwards it is as we left it
        });
    return Optional.empty();
  }

  private void accept(Fence fence, Case rollout, Seen.Drifted drifted) {
    Subject subject =
        Subject.of(rollout.deployment().mergeRequest()).on(rollout.rollout().target());
    store.update(
        fence,
        tx ->
            Baselines.add(
                tx,
                subject,
                Baselines.Kind.ACCEPTED,
                drifted.found(),
                "sluice",
                "by the policy of the environment"));
  }

  /** Once for each difference. */
  private void tell(Fence fence, Case rollout, Seen.Drifted drifted) {
    String purpose =
        "drift/" + rollout.rollout().id().value() + "/" + drifted.found().sha256().substring(0, 12);
    posts.once(
        fence,
        rollout.deployment().mergeRequest(),
        purpose,
        "",
        Posts.marker(purpose)
            + "\n"
            + new DriftWords(prefix)
                .held(rollout.rollout().target(), drifted.diff(), speaking.of(rollout.change())));
  }
}
