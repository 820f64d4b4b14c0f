package dev.sluice.flow.deploy;

import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import java.util.Optional;

/**
 * What a person wants done with the rollouts of a merge request.
 *
 * @param where an environment, a database or a target; empty: wherever it makes sense
 */
public record Order(MergeRequestId id, Person by, Optional<String> where, String reason) {
  /** Whether it is about this one target. */
  boolean names(TargetName target) {
    return where.filter(target.toString()::equals).isPresent();
  }

  /** Whether it names the target, its environment or its database. */
  public boolean means(TargetName target) {
    return where
        .map(
            w ->
                w.equals(target.toString())
                    || w.equals(target.environment())
                    || w.equals(target.database()))
        .orElse(true);
  }
}
