package dev.sluice.gitlab.hook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a webhook, and nothing else: numbers that name the thing to look at. Fields that
 * change their shape between GitLab's versions ({@code changes}, {@code merge_params}, dates) are
 * not even looked at.
 */
record Hook(
    @JsonProperty("object_kind") @Nullable String kind,
    @Nullable User user,
    @Nullable Project project,
    @JsonProperty("project_id") @Nullable Long projectId,
    @JsonProperty("object_attributes") @Nullable Attributes attributes,
    @JsonProperty("merge_request") @Nullable MergeRequest mergeRequest,
    @Nullable String ref,
    @Nullable String after) {
  record User(@Nullable Long id) {}

  record Project(@Nullable Long id) {}

  record Attributes(
      @Nullable Long id,
      @Nullable Long iid,
      @Nullable String action,
      @JsonProperty("target_branch") @Nullable String targetBranch,
      @JsonProperty("noteable_type") @Nullable String noteableType,
      @JsonProperty("author_id") @Nullable Long authorId,
      boolean system) {}

  record MergeRequest(@Nullable Long iid) {}

  /** The repository that sent the hook: the target of a merge request, also of one from a fork. */
  @Nullable Long repository() {
    return project != null && project.id() != null ? project.id() : projectId;
  }
}
