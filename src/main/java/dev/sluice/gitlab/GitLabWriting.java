package dev.sluice.gitlab;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.NewCommit;
import dev.sluice.mergerequest.Writing;
import java.util.Optional;

/** Commits, and merge requests of one commit, through the API. */
final class GitLabWriting implements Writing {
  private static final String COMMITS = "/projects/:id/repository/commits";
  private static final String REQUESTS = "/projects/:id/merge_requests";

  private final GitLabConnection gitlab;

  GitLabWriting(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  private record RequestBody(
      String sourceBranch,
      String targetBranch,
      String title,
      String description,
      boolean removeSourceBranch) {}

  @Override
  public String commit(long repository, NewCommit commit) {
    return commit(repository, Payload.WantedCommit.of(commit, false));
  }

  @Override
  public MergeRequestId propose(long repository, NewCommit commit, Proposal proposal) {
    return OnceOnly.post(
        gitlab.patience(),
        () -> open(repository, commit.branch(), proposal.targetBranch()),
        () -> {
          commit(repository, Payload.WantedCommit.of(commit, true));
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

  private String commit(long repository, Payload.WantedCommit wanted) {
    return gitlab.rest().post(Route.of(COMMITS, repository), wanted, Payload.CommitRef.class).id();
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
