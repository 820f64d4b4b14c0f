package dev.sluice.demo.api;

import dev.sluice.demo.git.Commit;
import dev.sluice.demo.git.FileDiff;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Group;
import dev.sluice.demo.model.Label;
import dev.sluice.demo.model.Pipeline;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.Project.Omission;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of what appears in many answers. */
final class Views {
  private final World world;

  Views(World world) {
    this.world = world;
  }

  Fields user(User known) {
    var user = world.fresh(known);
    return new Fields()
        .with("id", user.id())
        .with("username", user.username())
        .with("name", user.name())
        .with("state", user.state())
        .with("locked", false)
        .with("avatar_url", null)
        .with("web_url", world.url() + "/" + user.username());
  }

  @Nullable Object userOrNull(@Nullable User user) {
    return user == null ? null : user(user);
  }

  Fields member(Map.Entry<Long, Integer> member) {
    var user = world.users.get(member.getKey());
    if (user == null) {
      throw new IllegalStateException("no user " + member.getKey());
    }
    return user(user)
        .with("access_level", member.getValue())
        .with("expires_at", null)
        .with("membership_state", "active");
  }

  Fields project(Project project, User reader) {
    var web = world.url() + "/" + project.path;
    var settings = project.settings;
    var level = new Access(world).level(reader, project);
    return new Fields()
        .with("id", project.id)
        .with("name", project.name())
        .with("path", project.name())
        .with("name_with_namespace", project.path.replace("/", " / "))
        .with("path_with_namespace", project.path)
        .with("description", null)
        .with("default_branch", project.defaultBranch)
        .with("visibility", project.visibility.word())
        .with("archived", settings.archived)
        .with("empty_repo", project.repository.branches().isEmpty())
        .with("web_url", web)
        .with("http_url_to_repo", web + ".git")
        .with("ssh_url_to_repo", "git@gitlab.invalid:" + project.path + ".git")
        .with(
            "namespace", new Fields().with("full_path", project.namespace()).with("kind", "group"))
        .with("merge_method", settings.mergeMethod)
        .with("squash_option", settings.squashOption)
        .with("only_allow_merge_if_pipeline_succeeds", settings.onlyMergeIfPipelineSucceeds)
        .with("allow_merge_on_skipped_pipeline", false)
        .with(
            "only_allow_merge_if_all_discussions_are_resolved",
            settings.onlyMergeIfDiscussionsResolved)
        .with("resolve_outdated_diff_discussions", false)
        .with("merge_requests_enabled", true)
        .with("issues_enabled", true)
        .with(
            "permissions",
            new Fields()
                .with("project_access", new Fields().with("access_level", level))
                .with("group_access", null));
  }

  Fields group(Group group) {
    return new Fields()
        .with("id", group.id)
        .with("name", group.name())
        .with("path", group.name())
        .with("full_path", group.path)
        .with("full_name", group.path.replace("/", " / "))
        .with("visibility", group.visibility.word())
        .with("web_url", world.url() + "/groups/" + group.path)
        .with("parent_id", parent(group));
  }

  private @Nullable Long parent(Group group) {
    var slash = group.path.lastIndexOf('/');
    return slash < 0
        ? null
        : world.group(group.path.substring(0, slash)).map(parent -> parent.id).orElse(null);
  }

  static Fields label(Label label) {
    return new Fields()
        .with("id", label.id())
        .with("name", label.name())
        .with("color", label.color())
        .with("text_color", "#FFFFFF")
        .with("description", null)
        .with("is_project_label", true);
  }

  Fields commit(Project project, Commit commit) {
    return new Fields()
        .with("id", commit.id())
        .with("short_id", commit.shortId())
        .with("parent_ids", commit.parents())
        .with("title", commit.title())
        .with("message", commit.message())
        .with("author_name", commit.author().name())
        .with("author_email", commit.author().email())
        .with("authored_date", commit.at())
        .with("committer_name", commit.author().name())
        .with("committer_email", commit.author().email())
        .with("committed_date", commit.at())
        .with("created_at", commit.at())
        .with("trailers", Map.of())
        .with("web_url", world.url() + "/" + project.path + "/-/commit/" + commit.id());
  }

  Fields pipeline(Project project, Pipeline pipeline) {
    return new Fields()
        .with("id", pipeline.id)
        .with("iid", pipeline.id)
        .with("project_id", project.id)
        .with("sha", pipeline.sha)
        .with("ref", pipeline.ref)
        .with("status", pipeline.status())
        .with("source", "external")
        .with("created_at", pipeline.createdAt)
        .with("updated_at", pipeline.createdAt)
        .with("web_url", world.url() + "/" + project.path + "/-/pipelines/" + pipeline.id);
  }

  /** A file of a diff; the text is left out where the project says so. */
  static Fields diff(Project project, FileDiff file, boolean unified) {
    var omission = project.omissions.get(file.newPath());
    var text =
        unified && !file.hunks().isEmpty() ? file.unifiedHeader() + file.text() : file.text();
    return new Fields()
        .with("old_path", file.oldPath())
        .with("new_path", file.newPath())
        .with("a_mode", file.oldMode())
        .with("b_mode", file.newMode())
        .with("diff", omission == null ? text : "")
        .with("collapsed", omission == Omission.COLLAPSED)
        .with("too_large", omission == Omission.TOO_LARGE)
        .with("new_file", file.isNew())
        .with("renamed_file", file.isRenamed())
        .with("deleted_file", file.isDeleted())
        .with("generated_file", false);
  }
}
