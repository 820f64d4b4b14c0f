package dev.sluice.demo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge request; {@link #project} is its target project. */
public final class MergeRequest extends Noteable {
  public final Project sourceProject;
  public final String sourceBranch;
  public String targetBranch;
  public String headSha;
  public boolean squash;
  public boolean removeSourceBranch;

  /** How many more reads see no diff: GitLab prepares it after the creation. */
  public int unpreparedReads;

  public @Nullable Instant preparedAt;

  /** Newest last. */
  public final List<Version> versions = new ArrayList<>();

  public final List<DraftNote> drafts = new ArrayList<>();
  public final Map<Long, Approval> approvals = new LinkedHashMap<>();
  public final List<User> assignees = new ArrayList<>();
  public final List<User> reviewers = new ArrayList<>();
  public @Nullable Merge merge;
  public @Nullable User closedBy;
  public @Nullable Instant closedAt;

  public MergeRequest(
      Identity identity, Branches branches, User author, String title, Instant now) {
    super(identity, branches.targetProject(), author, title, now);
    this.sourceProject = branches.sourceProject();
    this.sourceBranch = branches.source();
    this.targetBranch = branches.target();
    this.headSha = sourceProject.repository.branch(sourceBranch).orElseThrow();
  }

  /** From where to where. */
  public record Branches(
      Project sourceProject, String source, Project targetProject, String target) {}

  /** A state of the diff: what a push, rebase or retarget made. */
  public record Version(
      long id, String base, String start, String head, String patchId, Instant createdAt) {}

  /** One approval. */
  public record Approval(User user, Instant at) {}

  /** How it was merged: fast-forward has no commits of its own. */
  public record Merge(
      User by, Instant at, @Nullable String mergeCommit, @Nullable String squashCommit) {}

  @Override
  public String kind() {
    return "MergeRequest";
  }

  @Override
  public String route() {
    return "merge_requests";
  }

  public boolean isOpen() {
    return state.equals("opened");
  }

  public boolean isDraft() {
    return title.matches("(?i)^\\s*(\\[draft]|\\(draft\\)|draft:).*");
  }

  public boolean isFork() {
    return sourceProject != project;
  }

  public boolean isPrepared() {
    return unpreparedReads == 0;
  }

  public Optional<Version> latest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  public boolean threadsResolved() {
    return discussions.stream().allMatch(Discussion::isResolved);
  }
}
