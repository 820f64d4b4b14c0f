package dev.sluice.demo.act;

import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Branches;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import java.util.Map;

/** Opening, changing and closing merge requests. */
public final class MergeRequests {
  private final World world;
  private final Events events;
  private final Access access;
  private final Versions versions;
  private final Timeline timeline;
  private final Labels labels;

  MergeRequests(World world, Events events) {
    this.world = world;
    this.events = events;
    this.access = new Access(world);
    this.versions = new Versions(world);
    this.timeline = new Timeline(world);
    this.labels = new Labels(world);
  }

  public MergeRequest open(User by, Branches branches, String title, String description) {
    var project = branches.targetProject();
    access.require(by, branches.sourceProject(), Level.DEVELOPER);
    if (branches.sourceProject().repository.branch(branches.source()).isEmpty()) {
      throw Refusal.of(400, "Source branch \"%s\" does not exist".formatted(branches.source()));
    }
    if (project.repository.branch(branches.target()).isEmpty()) {
      throw Refusal.of(400, "Target branch \"%s\" does not exist".formatted(branches.target()));
    }
    refuseSecond(branches);
    var iid = project.mergeRequests.size() + 1L;
    var identity = new Noteable.Identity(world.nextId(), iid);
    var mr = new MergeRequest(identity, branches, by, title, world.now());
    mr.description = description;
    mr.unpreparedReads = world.unpreparedReads;
    mr.preparedAt = mr.unpreparedReads == 0 ? world.now() : null;
    project.mergeRequests.put(iid, mr);
    versions.record(mr);
    events.mergeRequest(by, mr, "open");
    return mr;
  }

  private static void refuseSecond(Branches branches) {
    branches.targetProject().mergeRequests.values().stream()
        .filter(MergeRequest::isOpen)
        .filter(mr -> mr.sourceProject == branches.sourceProject())
        .filter(mr -> mr.sourceBranch.equals(branches.source()))
        .filter(mr -> mr.targetBranch.equals(branches.target()))
        .findFirst()
        .ifPresent(
            mr -> {
              var text =
                  "Another open merge request already exists for this source branch: !" + mr.iid;
              throw new Refusal(409, Map.of("message", List.of(text)));
            });
  }

  public void mayChange(User by, MergeRequest mr) {
    if (by.id() != mr.author.id()) {
      access.require(by, mr.project, Level.DEVELOPER);
    }
  }

  public void retitle(User by, MergeRequest mr, String title) {
    mayChange(by, mr);
    var wasDraft = mr.isDraft();
    var changes = change("title", mr.title, title);
    mr.title = title;
    if (wasDraft != mr.isDraft()) {
      changes.withAll(change("draft", wasDraft, mr.isDraft()).map());
    }
    touched(by, mr, changes);
  }

  public void describe(User by, MergeRequest mr, String description) {
    mayChange(by, mr);
    var changes = change("description", mr.description, description);
    mr.description = description;
    touched(by, mr, changes);
  }

  public void retarget(User by, MergeRequest mr, String branch) {
    mayChange(by, mr);
    if (mr.project.repository.branch(branch).isEmpty()) {
      throw Refusal.of(400, "Target branch \"%s\" does not exist".formatted(branch));
    }
    var changes = change("target_branch", mr.targetBranch, branch);
    mr.targetBranch = branch;
    versions.record(mr);
    timeline.system(mr, by, "changed target branch to `" + branch + "`");
    touched(by, mr, changes);
  }

  /** Adds and removes labels; new names become labels of the project. */
  public void label(User by, MergeRequest mr, List<String> add, List<String> remove) {
    mayChange(by, mr);
    var before = List.copyOf(mr.labels);
    labels.change(mr, add, remove);
    var after = List.copyOf(mr.labels);
    if (!after.equals(before)) {
      touched(by, mr, change("labels", titles(before), titles(after)));
    }
  }

  private static List<Fields> titles(List<String> names) {
    return names.stream().map(name -> new Fields().with("title", name)).toList();
  }

  public void close(User by, MergeRequest mr) {
    mayChange(by, mr);
    if (!mr.isOpen()) {
      return;
    }
    mr.state = "closed";
    mr.closedBy = by;
    mr.closedAt = world.now();
    turned(by, mr, "closed", "close");
  }

  /** The head may have moved while it was closed: GitLab reads the branch again. */
  public void reopen(User by, MergeRequest mr) {
    mayChange(by, mr);
    if (!mr.state.equals("closed")) {
      return;
    }
    mr.state = "opened";
    mr.closedBy = null;
    mr.closedAt = null;
    var head = mr.sourceProject.repository.branch(mr.sourceBranch);
    if (head.isPresent() && !head.get().equals(mr.headSha)) {
      versions.record(mr);
    }
    turned(by, mr, "reopened", "reopen");
  }

  private void turned(User by, MergeRequest mr, String text, String action) {
    mr.updatedAt = world.now();
    timeline.system(mr, by, text);
    events.mergeRequest(by, mr, action);
  }

  /** Something changed that has no method of its own. */
  public void touched(User by, MergeRequest mr, Fields changes) {
    mr.updatedAt = world.now();
    events.updated(by, mr, changes);
  }

  private static Fields change(String field, Object previous, Object current) {
    return new Fields()
        .with(field, new Fields().with("previous", previous).with("current", current));
  }
}
