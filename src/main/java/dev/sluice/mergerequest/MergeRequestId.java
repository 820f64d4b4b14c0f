package dev.sluice.mergerequest;

/**
 * Names a merge request for ever: paths change on renames and transfers, these numbers do not.
 *
 * @param repository GitLab's numeric project id
 * @param iid the number shown as {@code !iid}
 */
public record MergeRequestId(long repository, long iid) {
  @Override
  public String toString() {
    return repository + "!" + iid;
  }
}
