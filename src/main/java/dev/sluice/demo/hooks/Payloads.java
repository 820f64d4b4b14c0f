package dev.sluice.demo.hooks;

import dev.sluice.demo.git.Commit;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Label;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Note;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Position;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pieces that webhook payloads are made of (GitLab's webhook_events page, 2026). */
final class Payloads {
  private final World world;

  Payloads(World world) {
    this.world = world;
  }

  Fields user(User user) {
    return new Fields()
        .with("id", user.id())
        .with("name", user.name())
        .with("username", user.username())
        .with("avatar_url", null)
        .with("email", "[REDACTED]");
  }

  Fields project(Project project) {
    var web = world.url() + "/" + project.path;
    return new Fields()
        .with("id", project.id)
        .with("name", project.name())
        .with("description", "")
        .with("web_url", web)
        .with("avatar_url", null)
        .with("git_ssh_url", "git@gitlab.invalid:" + project.path + ".git")
        .with("git_http_url", web + ".git")
        .with("namespace", project.namespace())
        .with("visibility_level", project.visibility.level())
        .with("path_with_namespace", project.path)
        .with("default_branch", project.defaultBranch)
        .with("ci_config_path", null)
        .with("homepage", web)
        .with("url", "git@gitlab.invalid:" + project.path + ".git");
  }

  Fields repository(Project project) {
    var web = world.url() + "/" + project.path;
    return new Fields()
        .with("name", project.name())
        .with("url", web + ".git")
        .with("description", "")
        .with("homepage", web);
  }

  Fields commit(Project project, Commit commit) {
    return new Fields()
        .with("id", commit.id())
        .with("message", commit.message())
        .with("title", commit.title())
        .with("timestamp", commit.at().toString())
        .with("url", world.url() + "/" + project.path + "/-/commit/" + commit.id())
        .with(
            "author",
            new Fields()
                .with("name", commit.author().name())
                .with("email", commit.author().email()));
  }

  List<Fields> labels(Noteable noteable) {
    return noteable.labels.stream()
        .map(name -> noteable.project.labels.get(name))
        .filter(Objects::nonNull)
        .map(label -> label(noteable.project, label))
        .toList();
  }

  private static Fields label(Project project, Label label) {
    return new Fields()
        .with("id", label.id())
        .with("title", label.name())
        .with("color", label.color())
        .with("project_id", project.id)
        .with("template", false)
        .with("description", null)
        .with("type", "ProjectLabel")
        .with("group_id", null);
  }

  Fields mergeRequest(MergeRequest mr) {
    var source = mr.sourceProject;
    var merge = mr.merge;
    return new Fields()
        .with("id", mr.id)
        .with("iid", mr.iid)
        .with("title", mr.title)
        .with("description", mr.description)
        .with("author_id", mr.author.id())
        .with("created_at", mr.createdAt)
        .with("updated_at", mr.updatedAt)
        .with("prepared_at", mr.preparedAt)
        .with("state", mr.state)
        .with("state_id", stateId(mr))
        .with("draft", mr.isDraft())
        .with("work_in_progress", mr.isDraft())
        .with("source_branch", mr.sourceBranch)
        .with("source_project_id", source.id)
        .with("target_branch", mr.targetBranch)
        .with("target_project_id", mr.project.id)
        .with("target_branch_protected", mr.targetBranch.equals(mr.project.defaultBranch))
        .with("last_commit", commit(source, mr.project.repository.get(mr.headSha)))
        .with("merge_commit_sha", merge == null ? null : merge.mergeCommit())
        .with("squash_commit_sha", merge == null ? null : merge.squashCommit())
        .with("merged_at", merge == null ? null : merge.at())
        .with("merge_user_id", merge == null ? null : merge.by().id())
        .with("merge_status", "checking")
        .with("detailed_merge_status", "checking")
        .with("merge_params", Map.of("force_remove_source_branch", mr.removeSourceBranch))
        .with("merge_when_pipeline_succeeds", false)
        .with("blocking_discussions_resolved", mr.threadsResolved())
        .with("first_contribution", false)
        .with("head_pipeline_id", null)
        .with("assignee_ids", mr.assignees.stream().map(User::id).toList())
        .with("reviewer_ids", mr.reviewers.stream().map(User::id).toList())
        .with("labels", labels(mr))
        .with("source", project(source))
        .with("target", project(mr.project))
        .with("url", url(mr));
  }

  private static int stateId(MergeRequest mr) {
    return List.of("opened", "closed", "merged", "locked").indexOf(mr.state) + 1;
  }

  private String url(Noteable noteable) {
    return world.url()
        + "/%s/-/%s/%d".formatted(noteable.project.path, noteable.route(), noteable.iid);
  }

  Fields note(Note note) {
    return new Fields()
        .with("id", note.id)
        .with("note", note.body)
        .with("description", note.body)
        .with("noteable_type", note.noteable.kind())
        .with("noteable_id", note.noteable.id)
        .with("author_id", note.author.id())
        .with("project_id", note.noteable.project.id)
        .with("discussion_id", note.discussionId)
        .with("type", note.type)
        .with("system", note.system)
        .with("internal", note.internal)
        .with("position", position(note.position))
        .with("original_position", position(note.originalPosition))
        .with("change_position", null)
        .with("commit_id", null)
        .with("line_code", null)
        .with("attachment", null)
        .with("st_diff", null)
        .with("resolved_at", note.resolution == null ? null : note.resolution.at())
        .with("resolved_by_id", note.resolution == null ? null : note.resolution.by().id())
        .with("resolved_by_push", null)
        .with("created_at", note.createdAt)
        .with("updated_at", note.updatedAt)
        .with("updated_by_id", null)
        .with("url", url(note.noteable) + "#note_" + note.id);
  }

  private static @Nullable Fields position(@Nullable Position position) {
    return position == null
        ? null
        : new Fields()
            .with("base_sha", position.shas().base())
            .with("start_sha", position.shas().start())
            .with("head_sha", position.shas().head())
            .with("old_path", position.oldPath())
            .with("new_path", position.newPath())
            .with("position_type", position.type())
            .with("old_line", position.oldLine())
            .with("new_line", position.newLine())
            .with("line_range", position.lineRange());
  }

  Fields issue(Noteable issue) {
    return new Fields()
        .with("id", issue.id)
        .with("iid", issue.iid)
        .with("title", issue.title)
        .with("description", issue.description)
        .with("state", issue.state)
        .with("author_id", issue.author.id())
        .with("project_id", issue.project.id)
        .with("created_at", issue.createdAt)
        .with("updated_at", issue.updatedAt)
        .with("url", url(issue));
  }
}
