package dev.sluice.gitlab;

import dev.sluice.mergerequest.BranchWalk;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.HostRefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Walks a branch backwards along first parents, until a known commit. */
final class FirstParents {
  private static final String COMMITS = "/projects/:id/repository/commits";
  private static final int MOST_COMMITS = 10_000;
  private final GitLabConnection gitlab;

  FirstParents(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  BranchWalk walk(long repository, String from, String to) {
    Route route = Route.of(COMMITS, repository).with("ref_name", to).with("first_parent", true);
    Iterator<List<Payload.Commit>> pages = gitlab.rest().pages(route, Payload.Commit.class);
    List<Commit> newestFirst = new ArrayList<>();
    boolean ancestor = false;
    while (pages.hasNext()) {
      for (Payload.Commit commit : pages.next()) {
        if (commit.id().equals(from)) {
          Collections.reverse(newestFirst);
          return new BranchWalk.Commits(newestFirst);
        }
        newestFirst.add(CommitJson.read(commit));
      }
      ancestor = ancestor || isAncestor(repository, from, to);
      if (!ancestor) {
        return new BranchWalk.Rewritten();
      }
      if (newestFirst.size() >= MOST_COMMITS) {
        throw new HostRefusedException(
            200, "GET " + COMMITS + ": more than " + MOST_COMMITS + " commits since " + from);
      }
    }
    return new BranchWalk.Rewritten();
  }

  /** Asked once, before the whole history is paged through for a commit that is not in it. */
  private boolean isAncestor(long repository, String from, String to) {
    Route base =
        Route.of("/projects/:id/repository/merge_base", repository)
            .with("refs[]", from)
            .with("refs[]", to);
    try {
      return gitlab
          .rest()
          .find(base, Payload.CommitRef.class)
          .filter(found -> found.id().equals(from))
          .isPresent();
    } catch (HostRefusedException unknownCommit) {
      if (unknownCommit.status() == 400) {
        return false;
      }
      throw unknownCommit;
    }
  }
}
