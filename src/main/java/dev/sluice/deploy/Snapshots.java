package dev.sluice.deploy;

import dev.sluice.catalog.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The target's schema around a rollout.
 *
 * @param before the first statement of the first try
 * @param after the last try ended
 * @param unavailable why a snapshot could not be taken, one sentence each; no reason to fail
 */
public record Snapshots(
    Optional<Snapshot> before, Optional<Snapshot> after, List<String> unavailable) {
  public static final Snapshots NONE = new Snapshots(Optional.empty(), Optional.empty(), List.of());

  public Snapshots {
    unavailable = List.copyOf(unavailable);
  }
}
