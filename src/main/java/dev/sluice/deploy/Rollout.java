package dev.sluice.deploy;

import dev.sluice.change.Script;
import dev.sluice.change.TargetName;
import java.util.List;
import java.util.Map;

/**
 * The order to bring scripts to one target. Running it again with the same id resumes it: what is
 * done stays done, so {@code /db retry} is the same rollout with a newer token.
 *
 * @param id the same on every try; a new id would start the scripts from their beginning
 * @param token the lane's fencing token; a target refuses one lower than it has seen
 * @param scripts in the order in which they run, the same on every try
 * @param decisions by the statement's seq, see {@link Step#seq}
 */
public record Rollout(
    RolloutId id,
    TargetName target,
    long token,
    Provenance provenance,
    List<Script> scripts,
    Map<Integer, Decision> decisions) {
  public Rollout {
    scripts = List.copyOf(scripts);
    decisions = Map.copyOf(decisions);
  }
}
