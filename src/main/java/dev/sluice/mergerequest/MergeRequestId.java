package dev.sluice.mergerequest;

/**
 * Names a merge request for ever: paths change on renames and transfers, these numbers do not.
 *
 * @param repository GitLab's numeric project id
 * @param iid the number shown as {@code !iid}
 */
public record MergeRequestId(long repository, long iid) {
  /**
   * Reads what {@link #toString} writes; IllegalArgumentException with the expected form for
   * anything else.
   */
  public static MergeRequestId parse(String text) {
    if (!text.matches("\\d{1,18}!\\d{1,18}")) {
      throw new IllegalArgumentException("is written <repository number>!<number>, e.g. 42!7");
    }
    int mark = text.indexOf('!');
    return new MergeRequestId(
        Long.parseLong(text.substring(0, mark)), Long.parseLong(text.substring(mark + 1)));
  }

  @Override
  public String toString() {
    return repository + "!" + iid;
  }
}
