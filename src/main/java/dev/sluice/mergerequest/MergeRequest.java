package dev.sluice.mergerequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A merge request as GitLab tells it now.
 *
 * @param sourceRepository differs from the id's repository for a fork; empty when the fork is gone
 * @param headSha empty text while GitLab still prepares the diff
 * @param diffRefs empty while GitLab still prepares the diff, and always in lists
 * @param landed present once merged
 */
public record MergeRequest(
    MergeRequestId id,
    String repositoryPath,
    String title,
    String webUrl,
    Person author,
    State state,
    boolean draft,
    Optional<Long> sourceRepository,
    String sourceBranch,
    String targetBranch,
    String headSha,
    Optional<DiffRefs> diffRefs,
    List<String> labels,
    Instant updatedAt,
    Optional<Landed> landed) {
  public MergeRequest {
    labels = List.copyOf(labels);
  }

  /** GitLab's states; LOCKED is the short time while a merge is under way. */
  public enum State {
    OPEN,
    CLOSED,
    MERGED,
    LOCKED
  }

  /**
   * How it was merged.
   *
   * @param sha what the target branch's head became: merge commit, else squash commit, else head
   */
  public record Landed(String sha, Instant at, Optional<Person> by) {}

  public boolean fromFork() {
    return sourceRepository.isEmpty() || sourceRepository.get() != id.repository();
  }
}
