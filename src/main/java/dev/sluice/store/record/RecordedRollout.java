package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A deployment on one target.
 *
 * @param reason why it is where it is, for people; empty when there is nothing to say
 * @param gitlabDeployment GitLab's record of it
 */
public record RecordedRollout(
    RolloutId id,
    long deployment,
    TargetName target,
    RolloutState state,
    String reason,
    Run run,
    OptionalLong gitlabDeployment) {

  /**
   * Its run over all tries.
   *
   * @param by whose decision started it: a username, or {@code merge}; empty before
   * @param before number of the snapshot, see {@link SchemaSnapshots}
   */
  public record Run(
      String by,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      OptionalLong before,
      OptionalLong after) {}
}
