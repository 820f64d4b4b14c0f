package dev.sluice.mergerequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reading merge requests. Every method of the ports in this package throws {@link
 * HostUnavailableException} when GitLab cannot answer now (after its own bounded retries) and
 * {@link HostRefusedException} when it refuses; "not there" is an empty Optional.
 */
public interface MergeRequests {
  Optional<MergeRequest> find(MergeRequestId id);

  /** Merge requests of every state updated at or after {@code since}, oldest update first. */
  List<MergeRequest> updatedSince(long repository, Instant since);

  /** Newest first; empty while GitLab prepares the diff. */
  List<DiffVersion> versions(MergeRequestId id);

  /** Empty while GitLab prepares the diff. */
  Optional<FileChanges> changes(MergeRequestId id);

  /** The commits that the merge request adds, oldest first. */
  List<Commit> commits(MergeRequestId id);

  Approvals approvals(MergeRequestId id);

  void changeLabels(MergeRequestId id, Set<String> add, Set<String> remove);
}
