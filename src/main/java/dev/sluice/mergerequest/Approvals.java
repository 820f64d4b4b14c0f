package dev.sluice.mergerequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * GitLab's own approvals of a merge request, as they stand now.
 *
 * @param given who approved; the time where GitLab tells it
 */
public record Approvals(List<Given> given) {
  public Approvals {
    given = List.copyOf(given);
  }

  public record Given(Person by, Optional<Instant> at) {}
}
