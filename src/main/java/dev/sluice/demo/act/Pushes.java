package dev.sluice.demo.act;

import dev.sluice.demo.git.Commit;
import dev.sluice.demo.git.Signature;
import dev.sluice.demo.git.Tree;
import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits and moved branches, and what follows from them for merge requests. */
public final class Pushes {
  private final World world;
  private final Events events;
  private final Versions versions;
  private final Timeline timeline;
  private final Access access;

  Pushes(World world, Events events) {
    this.world = world;
    this.events = events;
    this.versions = new Versions(world);
    this.timeline = new Timeline(world);
    this.access = new Access(world);
  }

  /**
   * A commit to make: on top of the branch, or on {@code start} for a new branch, or with force in
   * place of what the branch was.
   */
  public record NewCommit(
      String branch,
      @Nullable String start,
      String message,
      List<FileAction> actions,
      boolean force) {
    public NewCommit(
        String branch, @Nullable String start, String message, List<FileAction> actions) {
      this(branch, start, message, actions, false);
    }
  }

  /** Makes one commit and pushes it. */
  public Commit commit(User by, Project project, NewCommit wanted) {
    mayPush(by, project, wanted.branch());
    var repository = project.repository;
    var before = repository.branch(wanted.branch()).orElse(null);
    var anew = wanted.start() != null && !wanted.start().equals(wanted.branch());
    if (before != null && anew && !wanted.force()) {
      throw Refusal.of(400, "A branch called '%s' already exists.".formatted(wanted.branch()));
    }
    var parent = before != null && !anew ? before : parent(project, wanted.start());
    var tree = parent == null ? Tree.empty() : repository.get(parent).tree();
    for (var action : wanted.actions()) {
      tree = action.apply(repository, tree);
    }
    List<String> parents = parent == null ? List.of() : List.of(parent);
    var author = new Signature(by.name(), by.email());
    var commit = repository.commit(parents, tree, author, wanted.message(), world.now());
    move(by, project, wanted.branch(), commit.id());
    return commit;
  }

  private static @Nullable String parent(Project project, @Nullable String start) {
    if (start != null) {
      return project.repository.resolve(start).map(Commit::id).orElseThrow(Pushes::noRef);
    }
    if (!project.repository.branches().isEmpty()) {
      throw Refusal.of(400, "You can only create or edit files when you are on a branch");
    }
    return null;
  }

  private static Refusal noRef() {
    return Refusal.of(400, "Invalid reference name");
  }

  private void mayPush(User by, Project project, String branch) {
    var isDefault = branch.equals(project.defaultBranch);
    var needed = isDefault ? project.settings.mergeLevel : Level.DEVELOPER;
    if (access.level(by, project) < needed) {
      throw Refusal.of(403, "403 Forbidden - You are not allowed to push into this branch");
    }
  }

  public void createBranch(User by, Project project, String name, String ref) {
    access.require(by, project, Level.DEVELOPER);
    if (project.repository.branch(name).isPresent()) {
      throw Refusal.of(400, "Branch already exists");
    }
    var commit =
        project
            .repository
            .resolve(ref)
            .orElseThrow(() -> Refusal.of(400, "Invalid reference name: " + ref));
    move(by, project, name, commit.id());
  }

  public void deleteBranch(User by, Project project, String name) {
    access.require(by, project, Level.DEVELOPER);
    var before = project.repository.branch(name).orElseThrow(() -> Refusal.notFound("Branch"));
    project.repository.deleteBranch(name);
    events.push(by, project, name, before, null);
  }

  /** Points a branch at a commit, forced or not, and tells everybody whom GitLab tells. */
  public void move(User by, Project project, String branch, String commit) {
    var before = project.repository.branch(branch).orElse(null);
    if (commit.equals(before)) {
      return;
    }
    project.repository.setBranch(branch, commit);
    events.push(by, project, branch, before, commit);
    for (var target : world.projects.values()) {
      for (var mr : List.copyOf(target.mergeRequests.values())) {
        follow(by, project, branch, mr);
      }
    }
  }

  private void follow(User by, Project project, String branch, MergeRequest mr) {
    if (!mr.isOpen()) {
      return;
    }
    if (mr.sourceProject == project && mr.sourceBranch.equals(branch)) {
      var old = mr.headSha;
      versions.record(mr);
      timeline.system(mr, by, "added commits\n\n[Compare with previous version]");
      events.pushedTo(by, mr, old);
    } else if (mr.project == project && mr.targetBranch.equals(branch)) {
      mergedByPush(by, project, branch, mr);
    }
  }

  /** GitLab marks a merge request merged when its head arrives in the target by another way. */
  private void mergedByPush(User by, Project project, String branch, MergeRequest mr) {
    var head = project.repository.branch(branch).orElseThrow();
    if (!project.repository.history().contains(head, mr.headSha)) {
      return;
    }
    mr.merge = new MergeRequest.Merge(by, world.now(), null, null);
    mr.state = "merged";
    mr.updatedAt = world.now();
    timeline.system(mr, by, "merged");
    events.mergeRequest(by, mr, "merge");
  }
}
