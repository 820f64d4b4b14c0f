package dev.sluice.flow.deploy;

import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.StepResult;
import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;

/** From how a try ended to where the rollout is. */
final class Settle implements RolloutResult.Visitor<Settled> {
  @Override
  public Settled succeeded(RolloutResult.Succeeded result) {
    return new Settled(RolloutState.DONE, Message.text(""));
  }

  @Override
  public Settled alreadyApplied(RolloutResult.AlreadyApplied result) {
    return new Settled(RolloutState.DONE, Message.of("the target had it already"));
  }

  @Override
  public Settled refused(RolloutResult.Refused result) {
    return new Settled(
        RolloutState.FAILED, Message.of("refused: %s", String.join("; ", result.reasons())));
  }

  @Override
  public Settled failed(RolloutResult.Failed result) {
    Message at = at(result.step());
    return new Settled(
        RolloutState.FAILED,
        result
            .step()
            .error()
            .map(e -> Message.of("%s failed: %s", at, Message.text(e.message())))
            .orElseGet(() -> Message.of("%s failed", at)));
  }

  @Override
  public Settled waiting(RolloutResult.Waiting result) {
    return new Settled(RolloutState.READY, Message.text(result.reason()));
  }

  @Override
  public Settled heldBack(RolloutResult.HeldBack result) {
    return new Settled(
        RolloutState.READY, Message.of("at a gate: %s", String.join("; ", result.reasons())));
  }

  @Override
  public Settled unknown(RolloutResult.Unknown result) {
    return new Settled(
        RolloutState.UNKNOWN,
        Message.of(
            "nobody can tell whether %s ran: %s",
            at(result.step()), Message.text(result.reason())));
  }

  @Override
  public Settled cancelled(RolloutResult.Cancelled result) {
    return new Settled(
        RolloutState.CANCELLED,
        Message.of("cancelled by %s at %s", result.by(), at(result.step())));
  }

  /**
   * Written only while our lane is still ours: then it is the target that has seen a newer token,
   * because our store was restored from an older copy.
   */
  @Override
  public Settled superseded(RolloutResult.Superseded result) {
    return new Settled(
        RolloutState.FAILED, Message.of("refused: %s", Message.text(result.reason())));
  }

  private static Message at(StepResult step) {
    return Message.of("statement %s (%s:%s)", step.seq(), step.path(), step.line());
  }
}
