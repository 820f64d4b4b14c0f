package dev.sluice.demo.act;

import dev.sluice.demo.git.Tree;
import dev.sluice.demo.model.Edition;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Pipeline;
import dev.sluice.demo.model.World;
import java.util.Optional;

/** GitLab's {@code detailed_merge_status}: the first reason that speaks against merging. */
public final class Mergeability {
  private final World world;

  public Mergeability(World world) {
    this.world = world;
  }

  public String status(MergeRequest mr) {
    if (!mr.isOpen()) {
      return "not_open";
    }
    if (!mr.isPrepared()) {
      return "preparing";
    }
    if (mr.isDraft()) {
      return "draft_status";
    }
    if (mergedTree(mr).isEmpty()) {
      return "conflict";
    }
    if (!mr.project.settings.mergeMethod.equals("merge") && !isRebased(mr)) {
      return "need_rebase";
    }
    return gates(mr);
  }

  private String gates(MergeRequest mr) {
    var settings = mr.project.settings;
    if (settings.onlyMergeIfDiscussionsResolved && !mr.threadsResolved()) {
      return "discussions_not_resolved";
    }
    if (settings.onlyMergeIfPipelineSucceeds) {
      var status = headPipeline(mr).map(Pipeline::status).orElse("none");
      if (!status.equals("success")) {
        return status.equals("running") || status.equals("pending")
            ? "ci_still_running"
            : "ci_must_pass";
      }
    }
    return world.edition == Edition.PREMIUM && mr.approvals.size() < settings.approvalsRequired
        ? "not_approved"
        : "mergeable";
  }

  /** The target branch with the change merged in; empty on a conflict. */
  public static Optional<Tree> mergedTree(MergeRequest mr) {
    var repository = mr.project.repository;
    var target = repository.branch(mr.targetBranch).map(repository::get);
    var head = repository.get(mr.headSha);
    return target.flatMap(
        commit -> {
          var base = repository.history().mergeBase(commit.id(), head.id());
          var baseTree = base.map(id -> repository.get(id).tree()).orElse(Tree.empty());
          return repository.merge(baseTree, commit.tree(), head.tree());
        });
  }

  static boolean isRebased(MergeRequest mr) {
    var repository = mr.project.repository;
    return repository
        .branch(mr.targetBranch)
        .filter(target -> repository.history().contains(mr.headSha, target))
        .isPresent();
  }

  /** The newest pipeline of the head commit. */
  public static Optional<Pipeline> headPipeline(MergeRequest mr) {
    return mr.project.pipelines.stream()
        .filter(pipeline -> pipeline.sha.equals(mr.headSha))
        .reduce((older, newer) -> newer);
  }
}
