package dev.sluice.approval;

import dev.sluice.change.Approver;
import dev.sluice.change.Digest;
import dev.sluice.mergerequest.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts of one change that every requirement is judged by.
 *
 * @param candidates an entry for each approver that a demand names
 * @param committers ids of those who committed, suggestions of ours not counted
 * @param votes of all digests, oldest first
 */
public record ApprovalCase(
    Digest digest,
    Person author,
    Set<Long> committers,
    Map<Approver, Candidates> candidates,
    List<Vote> votes,
    Instant now) {
  public ApprovalCase {
    committers = Set.copyOf(committers);
    candidates = Map.copyOf(candidates);
    votes = List.copyOf(votes);
  }
}
