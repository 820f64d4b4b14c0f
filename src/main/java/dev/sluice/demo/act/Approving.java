package dev.sluice.demo.act;

import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Edition;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Approval;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import org.jspecify.annotations.Nullable;

/** Approvals. They stay when the source branch moves: only Premium can reset them. */
public final class Approving {
  private final World world;
  private final Events events;
  private final Access access;
  private final Timeline timeline;

  Approving(World world, Events events) {
    this.world = world;
    this.events = events;
    this.access = new Access(world);
    this.timeline = new Timeline(world);
  }

  public boolean mayApprove(User user, MergeRequest mr) {
    var ownChange = user.id() == mr.author.id() && !mr.project.settings.authorMayApprove;
    return mr.isOpen()
        && !mr.approvals.containsKey(user.id())
        && !ownChange
        && access.level(user, mr.project) >= Level.DEVELOPER;
  }

  /** With a sha: only if that is what the source branch has. */
  public void approve(User by, MergeRequest mr, @Nullable String sha) {
    if (!mayApprove(by, mr)) {
      throw Refusal.unauthorized();
    }
    if (sha != null && !sha.equals(mr.headSha)) {
      throw Refusal.of(409, "SHA does not match HEAD of source branch: " + mr.headSha);
    }
    mr.approvals.put(by.id(), new Approval(by, world.now()));
    mr.updatedAt = world.now();
    timeline.system(mr, by, "approved this merge request");
    events.mergeRequest(by, mr, isApproved(mr) ? "approved" : "approval");
  }

  public void unapprove(User by, MergeRequest mr) {
    if (!mr.approvals.containsKey(by.id()) || !mr.isOpen()) {
      throw Refusal.notFound("Approval");
    }
    var wasApproved = isApproved(mr);
    mr.approvals.remove(by.id());
    mr.updatedAt = world.now();
    timeline.system(mr, by, "unapproved this merge request");
    var full = world.edition == Edition.FREE || (wasApproved && !isApproved(mr));
    events.mergeRequest(by, mr, full ? "unapproved" : "unapproval");
  }

  /** True on Free whoever approved: nothing is required there. */
  public boolean isApproved(MergeRequest mr) {
    return world.edition == Edition.FREE
        || mr.approvals.size() >= mr.project.settings.approvalsRequired;
  }
}
