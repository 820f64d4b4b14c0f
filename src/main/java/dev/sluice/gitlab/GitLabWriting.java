package dev.sluice.gitlab;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.NewCommit;
import dev.sluice.mergerequest.Writing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge request and its only commit, through the API. */
final class GitLabWriting implements Writing {
  private static final String COMMITS = "/projects/:id/repository/commits";
  private static final String REQUESTS = "/projects/:id/merge_requests";

  private final GitLabConnection gitlab;

  GitLabWriting(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  /** {@code force} lets the branch begin anew. */
  private record CommitBody(
      String branch,
      @Nullable String startBranch,
      boolean force,
      String commitMessage,
      List<Payload.WantedFile> actions) {}

  private record RequestBody(
      String sourceBranch,
      String targetBranch,
      String title,
      String description,
      boolean removeSourceBranch) {}

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

  private void commit(long repository, NewCommit commit) {
    Payload.WantedCommit wanted = Payload.WantedCommit.of(commit);
    CommitBody body =
        new CommitBody(
            wanted.branch(), wanted.startBranch(), true, wanted.commitMessage(), wanted.actions());
    gitlab.rest().post(Route.of(COMMITS, repository), body, Payload.CommitRef.class);
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
