package dev.sluice.flow;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.WriteTx;
import dev.sluice.store.lanes.LaneName;
import dev.sluice.store.lanes.Lanes;
import dev.sluice.store.lanes.NewItem;
import dev.sluice.store.lanes.WorkItem;
import java.time.Instant;

/**
 * The kinds of work and the lanes they wait in; each is enqueued in the transaction of its cause.
 */
public final class Work {
  public static final String TEND = "tend";
  public static final String COMMENT = "comment";
  public static final String FOLLOW = "follow";
  public static final String ROLLOUT = "rollout";
  public static final String ADVANCE = "advance";
  public static final String DRIFT = "drift";
  public static final String HISTORY = "history";
  public static final String EXPIRE_BACKUPS = "expire-backups";
  public static final String WRITE_BACK = "write-back";

  private final Lanes lanes;

  public Work(Lanes lanes) {
    this.lanes = lanes;
  }

  /** What an item is about; the names mark every log line of the work. */
  public record About(String project, long repository, long mr, long note) {
    public MergeRequestId id() {
      return new MergeRequestId(repository, mr);
    }
  }

  /** A branch to be followed. */
  public record AboutBranch(String project, long repository, String branch) {}

  /** A rollout to be run. */
  public record AboutRollout(String target, long rollout) {
    public RolloutId id() {
      return new RolloutId(rollout);
    }
  }

  /** A deployment whose time may have come. */
  public record AboutDeployment(String project, long repository, long mr, long deployment) {
    public MergeRequestId id() {
      return new MergeRequestId(repository, mr);
    }
  }

  /** A deployment that is through in an environment. */
  public record AboutEnvironment(
      String project, long repository, long deployment, String environment) {}

  /** A target to be looked at. */
  public record AboutTarget(String target) {
    public TargetName name() {
      return TargetName.parse(target);
    }
  }

  /** Look at a merge request; one look answers all that is waiting. */
  public void tend(WriteTx tx, MergeRequestId id) {
    lanes.enqueueUnlessWaiting(tx, NewItem.of(LaneName.mergeRequest(id), TEND, about(id, 0)));
  }

  /** Run the commands of a comment; once per comment. */
  public void comment(WriteTx tx, MergeRequestId id, long note) {
    lanes.enqueue(
        tx,
        NewItem.of(LaneName.mergeRequest(id), COMMENT, about(id, note))
            .once("comment/" + id + "/" + note));
  }

  public void follow(WriteTx tx, long repository, String branch) {
    lanes.enqueueUnlessWaiting(
        tx,
        NewItem.of(
            LaneName.branch(repository, branch),
            FOLLOW,
            new AboutBranch(Long.toString(repository), repository, branch)));
  }

  public void rollout(WriteTx tx, TargetName target, RolloutId rollout) {
    lanes.enqueueUnlessWaiting(
        tx,
        NewItem.of(
            LaneName.target(target),
            ROLLOUT,
            new AboutRollout(target.toString(), rollout.value())));
  }

  /** Look at that time what of a deployment may start; once per time. */
  public void advance(WriteTx tx, MergeRequestId id, long deployment, Instant at) {
    lanes.enqueue(
        tx,
        NewItem.of(
                LaneName.mergeRequest(id),
                ADVANCE,
                new AboutDeployment(
                    Long.toString(id.repository()), id.repository(), id.iid(), deployment))
            .once("advance/" + deployment + "/" + at.toEpochMilli())
            .at(at));
  }

  /** Read what the target itself remembers of the time before us. */
  public void history(WriteTx tx, TargetName target) {
    lanes.enqueueUnlessWaiting(
        tx, NewItem.of(LaneName.target(target), HISTORY, new AboutTarget(target.toString())));
  }

  /** Look whether the target is as it should be; one look answers all that is waiting. */
  public void drift(WriteTx tx, TargetName target) {
    lanes.enqueueUnlessWaiting(
        tx, NewItem.of(LaneName.target(target), DRIFT, new AboutTarget(target.toString())));
  }

  /** Drop the target's backups whose time is over. */
  public void expireBackups(WriteTx tx, TargetName target) {
    lanes.enqueueUnlessWaiting(
        tx,
        NewItem.of(LaneName.target(target), EXPIRE_BACKUPS, new AboutTarget(target.toString())));
  }

  /** Write the schemas into the repository; once per deployment and environment. */
  public void writeBack(WriteTx tx, long repository, long deployment, String environment) {
    lanes.enqueue(
        tx,
        NewItem.of(
                LaneName.writeBack(repository),
                WRITE_BACK,
                new AboutEnvironment(
                    Long.toString(repository), repository, deployment, environment))
            .once("write-back/" + deployment + "/" + environment));
  }

  private static About about(MergeRequestId id, long note) {
    return new About(Long.toString(id.repository()), id.repository(), id.iid(), note);
  }

  public static About mergeRequestOf(WorkItem item) {
    return item.payload(About.class);
  }
}
