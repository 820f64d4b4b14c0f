package dev.sluice.flow.deploy;

import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.StepResult;
import dev.sluice.store.record.RolloutState;

/** From how a try ended to where the rollout is. */
final class Settle implements RolloutResult.Visitor<Settled> {
  @Override
  public Settled succeeded(RolloutResult.Succeeded result) {
    return new Settled(RolloutState.DONE, "");
  }

  @Override
  public Settled alreadyApplied(RolloutResult.AlreadyApplied result) {
    return new Settled(RolloutState.DONE, "the target had it already");
  }

  @Override
  public Settled refused(RolloutResult.Refused result) {
    return new Settled(RolloutState.FAILED, "refused: " + String.join("; ", result.reasons()));
  }

  @Override
  public Settled failed(RolloutResult.Failed result) {
    String message = result.step().error().map(e -> ": " + e.message()).orElse("");
    return new Settled(RolloutState.FAILED, at(result.step()) + " failed" + message);
  }

  @Override
  public Settled waiting(RolloutResult.Waiting result) {
    return new Settled(RolloutState.READY, result.reason());
  }

  @Override
  public Settled unknown(RolloutResult.Unknown result) {
    return new Settled(
        RolloutState.UNKNOWN,
        "nobody can tell whether " + at(result.step()) + " ran: " + result.reason());
  }

  @Override
  public Settled cancelled(RolloutResult.Cancelled result) {
    return new Settled(
        RolloutState.CANCELLED, "cancelled by " + result.by() + " at " + at(result.step()));
  }

  /**
   * Written only while our lane is still ours: then it is the target that has seen a newer token,
   * because our store was restored from an older copy.
   */
  @Override
  public Settled superseded(RolloutResult.Superseded result) {
    return new Settled(RolloutState.FAILED, "refused: " + result.reason());
  }

  private static String at(StepResult step) {
    return "statement " + step.seq() + " (" + step.path() + ":" + step.line() + ")";
  }
}
