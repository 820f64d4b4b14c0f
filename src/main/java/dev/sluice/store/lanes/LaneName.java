package dev.sluice.store.lanes;

import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.MergeRequestId;

/** A line of work that is worked off one at a time. Repositories are GitLab's numeric ids. */
public record LaneName(String text) {

  public static LaneName mergeRequest(MergeRequestId id) {
    return new LaneName("mr/" + id.repository() + "/" + id.iid());
  }

  public static LaneName branch(long repository, String branch) {
    return new LaneName("branch/" + repository + "/" + branch);
  }

  public static LaneName target(TargetName target) {
    return new LaneName("target/" + target);
  }

  /** Files of one repository are written one commit after the other. */
  public static LaneName writeBack(long repository) {
    return new LaneName("write-back/" + repository);
  }

  public static LaneName chat(String channel) {
    return new LaneName("chat/" + channel);
  }

  /** Where stored webhooks wait to be sorted into the lanes of what they are about. */
  public static LaneName inbox() {
    return new LaneName("inbox");
  }

  /** A timer's own lane: a run that takes longer than its period delays only itself. */
  public static LaneName timer(String name) {
    return new LaneName("timer/" + name);
  }

  @Override
  public String toString() {
    return text;
  }
}
