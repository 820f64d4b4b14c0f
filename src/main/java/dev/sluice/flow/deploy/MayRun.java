package dev.sluice.flow.deploy;

import dev.sluice.approval.Decision;
import dev.sluice.change.Change;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.ReviewChange;
import dev.sluice.flow.answer.Standing;
import dev.sluice.flow.approve.Approving;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Rollbacks;
import dev.sluice.store.record.RolloutSteps;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the policy again in the instant before the first statement (design law 3): who approved what
 * is read fresh, the risk is that of the target as it is now.
 */
public final class MayRun {
  private final StoreDatabase store;
  private final CodeHost host;
  private final Supplier<Landscape> landscape;
  private final ReviewChange reviewChange;
  private final Approving approving;
  private final SchemaGate gate;

  public MayRun(
      StoreDatabase store,
      CodeHost host,
      Supplier<Landscape> landscape,
      ReviewChange reviewChange,
      Approving approving,
      SchemaGate gate) {
    this.store = store;
    this.host = host;
    this.landscape = landscape;
    this.reviewChange = reviewChange;
    this.approving = approving;
    this.gate = gate;
  }

  /** The answer. */
  sealed interface Answer {}

  record Yes() implements Answer {}

  /** A person has to do something; {@code reason} says who. */
  record Held(Message reason) implements Answer {}

  record Later(Message reason) implements Answer {}

  Answer ask(Fence fence, RunRollout.Case rollout) {
    TargetName target = rollout.rollout().target();
    Optional<MergeRequest> found = host.mergeRequests().find(rollout.deployment().mergeRequest());
    if (found.isEmpty()) {
      return new Held(Message.of("its merge request is gone from GitLab; nobody can be asked"));
    }
    MergeRequest mr = found.get();
    Change change = rollout.change();
    Optional<Message> missing = missing(target, change);
    if (missing.isPresent()) {
      return new Held(missing.get());
    }
    if (store.read(tx -> Rollbacks.direct(tx, rollout.deployment().id())).isPresent()) {
      return new Yes(); // whoever asked for it was asked for when they did
    }
    Review review = reviewChange.review(change, List.of(target), false);
    String unread = review.targets().get(0).catalogNote();
    if (!unread.isEmpty()) {
      return new Later(Message.of("%s: %s", target, Message.text(unread)));
    }
    approving.collect(fence, mr.id()); // the hook of an approval just before the merge may be lost
    List<Discussion> discussions = host.discussions().discussions(mr.id());
    List<Decision> decisions = approving.judge(mr, change, review.targets(), discussions);
    Optional<Decision> open = decisions.stream().filter(d -> !d.approved()).findFirst();
    if (open.isPresent()) {
      return new Held(words(open.get()));
    }
    boolean begun =
        store.read(tx -> RolloutSteps.of(tx, rollout.rollout().id())).stream()
            .anyMatch(s -> s.committed());
    Standing standing =
        new Standing(mr, change, Optional.of(review), decisions, List.of(), List.of());
    if (begun || standing.passed() || approving.ownerApproved(mr, change)) {
      return gate.objection(fence, rollout).<Answer>map(Held::new).orElseGet(Yes::new);
    }
    return new Held(
        Message.of(
            "merged although its review did not pass: an owner of %s has to approve it",
            change.projects()));
  }

  private Optional<Message> missing(TargetName target, Change change) {
    if (landscape.get().dialectOf(target).isEmpty()) {
      return Optional.of(Message.of("%s is no longer in the configuration", target));
    }
    return change.projects().stream()
        .filter(p -> landscape.get().project(p).isEmpty())
        .findFirst()
        .map(p -> Message.of("the project %s is no longer in the configuration", p));
  }

  private static Message words(Decision decision) {
    String missing =
        decision.seats().stream()
            .filter(s -> s.missing() > 0)
            .map(s -> s.missing() + " × " + s.demand().from())
            .collect(Collectors.joining(", "));
    return decision.state() == Decision.State.REJECTED
        ? Message.of("not approved: it was rejected")
        : Message.of("not approved: needs %s", missing);
  }
}
