package dev.sluice.gitlab;

import dev.sluice.mergerequest.BranchWalk;
import dev.sluice.mergerequest.CodeHits;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.mergerequest.Repository;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class GitLabRepositories implements Repositories {
  private static final String COMMIT = "/projects/:id/repository/commits/:sha";

  /** GitLab's default limit of files in one diff; at that length it may have been cut. */
  private static final int FILES_IN_A_DIFF = 1000;

  private static final int BLOBS_ON_A_PAGE = 100;

  private final GitLabConnection gitlab;
  private final FirstParents firstParents;

  GitLabRepositories(GitLabConnection gitlab) {
    this.gitlab = gitlab;
    this.firstParents = new FirstParents(gitlab);
  }

  /** A renamed path leads on to the repository's present one. */
  @Override
  public Optional<Repository> find(String pathOrId) {
    return gitlab
        .rest()
        .find(Route.of("/projects/:id", pathOrId), Payload.Project.class)
        .map(
            read ->
                new Repository(
                    read.id(),
                    read.pathWithNamespace(),
                    read.webUrl(),
                    Optional.ofNullable(read.defaultBranch())));
  }

  @Override
  public Optional<byte[]> file(long repository, String sha, String path) {
    return gitlab
        .rest()
        .bytes(
            Route.of("/projects/:id/repository/files/:path/raw", repository, path)
                .with("ref", sha));
  }

  @Override
  public List<String> files(long repository, String sha, String folder) {
    Route tree =
        Route.of("/projects/:id/repository/tree", repository)
            .with("ref", sha)
            .with("path", folder)
            .with("recursive", true)
            .with("pagination", "keyset");
    return gitlab.rest().allIfThere(tree, Payload.TreeEntry.class).orElse(List.of()).stream()
        .filter(entry -> entry.type().equals("blob"))
        .map(Payload.TreeEntry::path)
        .toList();
  }

  /** One page: the limit on searches is low (30 a minute and person on gitlab.com). */
  @Override
  public CodeHits search(long repository, String branch, String text) {
    Route route =
        Route.of("/projects/:id/search", repository)
            .with("scope", "blobs")
            .with("search", text)
            .with("ref", branch);
    List<Payload.Blob> found = gitlab.rest().pages(route, Payload.Blob.class).next();
    return new CodeHits(
        found.stream().flatMap(b -> lines(b, text)).distinct().toList(),
        found.size() < BLOBS_ON_A_PAGE);
  }

  /** GitLab shows a few lines around each match. */
  private static Stream<CodeHits.Hit> lines(Payload.Blob blob, String text) {
    List<String> lines = blob.data().lines().toList();
    String wanted = text.toLowerCase(Locale.ROOT);
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).toLowerCase(Locale.ROOT).contains(wanted))
        .mapToObj(i -> new CodeHits.Hit(blob.path(), blob.startline() + i, lines.get(i).strip()));
  }

  @Override
  public Optional<String> head(long repository, String branch) {
    return gitlab
        .find(
            "GET /projects/:id/repository/branches/:branch",
            api -> api.getRepositoryApi().getBranch(repository, branch))
        .map(found -> found.getCommit().getId());
  }

  @Override
  public BranchWalk walk(long repository, String from, String to) {
    return firstParents.walk(repository, from, to);
  }

  @Override
  public FileChanges changes(long repository, String sha) {
    List<FileChange> files =
        gitlab.rest().all(Route.of(COMMIT + "/diff", repository, sha), Payload.Diff.class).stream()
            .map(FileChangeJson::read)
            .toList();
    return new FileChanges(files, files.size() < FILES_IN_A_DIFF);
  }

  @Override
  public List<MergeRequestId> mergeRequestsOf(long repository, String sha) {
    return gitlab
        .rest()
        .allIfThere(
            Route.of(COMMIT + "/merge_requests", repository, sha), Payload.MergeRequestRef.class)
        .orElse(List.of())
        .stream()
        .filter(read -> read.projectId() == repository)
        .map(read -> new MergeRequestId(read.projectId(), read.iid()))
        .toList();
  }

  @Override
  public String openIssue(long repository, String marker, String title, String body) {
    return OnceOnly.post(
        gitlab.patience(),
        () -> openIssueWith(repository, marker).map(Payload.Issue::webUrl),
        () ->
            gitlab
                .ask(
                    "POST /projects/:id/issues",
                    api -> api.getIssuesApi().createIssue(repository, title, marked(body, marker)))
                .getWebUrl());
  }

  @Override
  public String keepIssue(long repository, String marker, String title, String body) {
    Optional<Payload.Issue> open = openIssueWith(repository, marker);
    if (open.isEmpty()) {
      return openIssue(repository, marker, title, body);
    }
    String text = marked(body, marker);
    if (!text.equals(open.get().description())) {
      edit(repository, open.get(), Map.of("title", title, "description", text));
    }
    return open.get().webUrl();
  }

  @Override
  public void closeIssue(long repository, String marker, String body) {
    openIssueWith(repository, marker)
        .ifPresent(
            issue ->
                edit(
                    repository,
                    issue,
                    Map.of("description", marked(body, marker), "state_event", "close")));
  }

  private void edit(long repository, Payload.Issue issue, Map<String, String> changes) {
    Route route = Route.of("/projects/:id/issues/:iid", repository, issue.iid());
    gitlab.rest().put(route, changes, Payload.Issue.class);
  }

  private static String marked(String body, String marker) {
    return body.contains(marker) ? body : body + "\n\n" + marker;
  }

  private Optional<Payload.Issue> openIssueWith(long repository, String marker) {
    Route ours =
        Route.of("/projects/:id/issues", repository)
            .with("state", "opened")
            .with("author_id", gitlab.me());
    return gitlab.rest().all(ours, Payload.Issue.class).stream()
        .filter(issue -> (issue.description() + "").contains(marker))
        .findFirst();
  }
}
