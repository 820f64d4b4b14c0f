package dev.sluice.demo.api;

import dev.sluice.demo.act.Mergeability;
import dev.sluice.demo.act.Versions;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import org.jspecify.annotations.Nullable;

/** The JSON of a merge request. */
final class MergeRequestView {
  private final World world;
  private final Views views;
  private final Mergeability mergeability;

  MergeRequestView(World world) {
    this.world = world;
    this.views = new Views(world);
    this.mergeability = new Mergeability(world);
  }

  /** As in lists. */
  Fields brief(MergeRequest mr) {
    var status = mergeability.status(mr);
    var full = mr.project.path + "!" + mr.iid;
    var fields =
        new Fields()
            .with("id", mr.id)
            .with("iid", mr.iid)
            .with("project_id", mr.project.id)
            .with("title", mr.title)
            .with("description", mr.description)
            .with("state", mr.state)
            .with("created_at", mr.createdAt)
            .with("updated_at", mr.updatedAt)
            .with("prepared_at", mr.preparedAt)
            .with("target_branch", mr.targetBranch)
            .with("source_branch", mr.sourceBranch)
            .with("source_project_id", mr.sourceProject.id)
            .with("target_project_id", mr.project.id)
            .with("author", views.user(mr.author))
            .with("assignees", mr.assignees.stream().map(views::user).toList())
            .with("assignee", mr.assignees.isEmpty() ? null : views.user(mr.assignees.get(0)))
            .with("reviewers", mr.reviewers.stream().map(views::user).toList())
            .with("labels", mr.labels)
            .with("draft", mr.isDraft())
            .with("work_in_progress", mr.isDraft())
            .with("milestone", null)
            .with("merge_when_pipeline_succeeds", false)
            .with("detailed_merge_status", status)
            .with("merge_status", status.equals("conflict") ? "cannot_be_merged" : "can_be_merged")
            .with("has_conflicts", status.equals("conflict"))
            .with("sha", mr.headSha)
            .with("squash", mr.squash)
            .with("user_notes_count", mr.notes().filter(note -> !note.system).count())
            .with("discussion_locked", mr.locked)
            .with("should_remove_source_branch", null)
            .with("force_remove_source_branch", mr.removeSourceBranch)
            .with("blocking_discussions_resolved", mr.threadsResolved())
            .with("closed_by", views.userOrNull(mr.closedBy))
            .with("closed_at", mr.closedAt)
            .with("reference", "!" + mr.iid)
            .with(
                "references",
                new Fields()
                    .with("short", "!" + mr.iid)
                    .with("relative", "!" + mr.iid)
                    .with("full", full))
            .with("web_url", world.url() + "/" + mr.project.path + "/-/merge_requests/" + mr.iid);
    return merge(fields, mr.merge);
  }

  private Fields merge(Fields fields, MergeRequest.@Nullable Merge merge) {
    return fields
        .with("merged_by", merge == null ? null : views.user(merge.by()))
        .with("merge_user", merge == null ? null : views.user(merge.by()))
        .with("merged_at", merge == null ? null : merge.at())
        .with("merge_commit_sha", merge == null ? null : merge.mergeCommit())
        .with("squash_commit_sha", merge == null ? null : merge.squashCommit());
  }

  /** As when read alone: with what GitLab prepares after the creation. */
  Fields full(MergeRequest mr, User reader) {
    var fields = brief(mr);
    var version = mr.isPrepared() ? mr.latest().orElse(null) : null;
    var pipeline =
        Mergeability.headPipeline(mr).map(each -> views.pipeline(mr.project, each)).orElse(null);
    var mayMerge = new Access(world).level(reader, mr.project) >= mr.project.settings.mergeLevel;
    return fields
        .with("diff_refs", version == null ? null : refs(version))
        .with(
            "changes_count",
            version == null ? null : String.valueOf(Versions.files(mr, version).size()))
        .with("head_pipeline", pipeline)
        .with("pipeline", pipeline)
        .with("merge_error", null)
        .with("rebase_in_progress", false)
        .with("diverged_commits_count", 0)
        .with("first_contribution", false)
        .with("subscribed", false)
        .with("user", new Fields().with("can_merge", mayMerge));
  }

  private static Fields refs(MergeRequest.Version version) {
    return new Fields()
        .with("base_sha", version.base())
        .with("head_sha", version.head())
        .with("start_sha", version.start());
  }
}
