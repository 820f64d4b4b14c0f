package dev.sluice.demo.act;

import dev.sluice.demo.git.Signature;
import dev.sluice.demo.git.Tree;
import dev.sluice.demo.hooks.Events;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.MergeRequest.Merge;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges, in the way that the project's settings say. */
public final class Merging {
  private final World world;
  private final Events events;
  private final Access access;
  private final Timeline timeline;
  private final Pushes pushes;
  private final Mergeability mergeability;

  Merging(World world, Events events, Pushes pushes) {
    this.world = world;
    this.events = events;
    this.pushes = pushes;
    this.access = new Access(world);
    this.timeline = new Timeline(world);
    this.mergeability = new Mergeability(world);
  }

  /** What the merger chose; nulls are the defaults. */
  public record Choices(
      @Nullable String sha,
      @Nullable Boolean squash,
      boolean removeSourceBranch,
      @Nullable String message) {
    public static final Choices DEFAULT = new Choices(null, null, false, null);
  }

  public void merge(User by, MergeRequest mr, Choices choices) {
    if (access.level(by, mr.project) < mr.project.settings.mergeLevel) {
      throw Refusal.unauthorized();
    }
    if (!mergeability.status(mr).equals("mergeable")) {
      throw Refusal.of(405, "405 Method Not Allowed");
    }
    if (choices.sha() != null && !choices.sha().equals(mr.headSha)) {
      throw Refusal.of(409, "SHA does not match HEAD of source branch: " + mr.headSha);
    }
    var squash = choices.squash() == null ? mr.squash : choices.squash();
    var tree = Mergeability.mergedTree(mr).orElseThrow();
    var squashed = squash ? squash(by, mr, tree) : null;
    var head = squashed == null ? mr.headSha : squashed;
    var merge =
        mr.project.settings.mergeMethod.equals("ff") ? null : join(by, mr, tree, head, choices);
    finish(by, mr, new Merge(by, world.now(), merge, squashed), merge == null ? head : merge);
    if (choices.removeSourceBranch() || mr.removeSourceBranch) {
      pushes.deleteBranch(by, mr.sourceProject, mr.sourceBranch);
    }
  }

  private String squash(User by, MergeRequest mr, Tree tree) {
    var target = mr.project.repository.branch(mr.targetBranch).orElseThrow();
    return commit(by, mr, List.of(target), tree, mr.title);
  }

  private String join(User by, MergeRequest mr, Tree tree, String head, Choices choices) {
    var target = mr.project.repository.branch(mr.targetBranch).orElseThrow();
    var message =
        choices.message() != null
            ? choices.message()
            : "Merge branch '%s' into '%s'\n\n%s\n\nSee merge request %s!%d"
                .formatted(mr.sourceBranch, mr.targetBranch, mr.title, mr.project.path, mr.iid);
    return commit(by, mr, List.of(target, head), tree, message);
  }

  private String commit(User by, MergeRequest mr, List<String> parents, Tree tree, String message) {
    var author = new Signature(by.name(), by.email());
    return mr.project.repository.commit(parents, tree, author, message, world.now()).id();
  }

  private void finish(User by, MergeRequest mr, Merge merge, String newTarget) {
    mr.merge = merge;
    mr.state = "merged";
    mr.updatedAt = world.now();
    pushes.move(by, mr.project, mr.targetBranch, newTarget);
    timeline.system(mr, by, "merged");
    events.mergeRequest(by, mr, "merge");
  }
}
