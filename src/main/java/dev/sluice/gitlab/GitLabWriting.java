package dev.sluice.gitlab;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Writing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits through the API: all files of a commit land together, or none does. */
final class GitLabWriting implements Writing {
  private static final String COMMITS = "/projects/:id/repository/commits";
  private static final String REQUESTS = "/projects/:id/merge_requests";

  private final GitLabConnection gitlab;

  GitLabWriting(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  private record Action(String action, String filePath, String content) {}

  private record CommitBody(
      String branch,
      @Nullable String startBranch,
      boolean force,
      String commitMessage,
      List<Action> actions) {}

  private record RequestBody(
      String sourceBranch,
      String targetBranch,
      String title,
      String description,
      boolean removeSourceBranch) {}

  @Override
  public String commit(long repository, NewCommit commit) {
    List<Action> actions =
        commit.files().stream()
            .map(f -> new Action(f.replaces() ? "update" : "create", f.path(), f.text()))
            .toList();
    CommitBody body =
        new CommitBody(
            commit.branch(),
            commit.from().orElse(null),
            commit.from().isPresent(),
            commit.message(),
            actions);
    return gitlab.rest().post(Route.of(COMMITS, repository), body, Payload.CommitRef.class).id();
  }

  @Override
  public MergeRequestId propose(long repository, NewCommit commit, Proposal proposal) {
    return OnceOnly.post(
        gitlab.patience(),
        () -> open(repository, commit.branch(), proposal.targetBranch()),
        () -> {
          commit(repository, commit);
          RequestBody body =
              new RequestBody(
                  commit.branch(),
                  proposal.targetBranch(),
                  proposal.title(),
                  proposal.description(),
                  true);
          return id(
              gitlab
                  .rest()
                  .post(Route.of(REQUESTS, repository), body, Payload.MergeRequestRef.class));
        });
  }

  private Optional<MergeRequestId> open(long repository, String source, String target) {
    Route route =
        Route.of(REQUESTS, repository)
            .with("state", "opened")
            .with("source_branch", source)
            .with("target_branch", target);
    return gitlab.rest().all(route, Payload.MergeRequestRef.class).stream()
        .map(GitLabWriting::id)
        .findFirst();
  }

  private static MergeRequestId id(Payload.MergeRequestRef read) {
    return new MergeRequestId(read.projectId(), read.iid());
  }
}
