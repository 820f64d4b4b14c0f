package dev.sluice.gitlab;

import dev.sluice.mergerequest.Approvals;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.DiffRefs;
import dev.sluice.mergerequest.DiffVersion;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.MergeRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class GitLabMergeRequests implements MergeRequests {
  private static final String ONE = "/projects/:id/merge_requests/:iid";
  private final GitLabConnection gitlab;

  GitLabMergeRequests(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  @Override
  public Optional<MergeRequest> find(MergeRequestId id) {
    return gitlab
        .rest()
        .find(route(id, ""), Payload.MergeRequest.class)
        .map(MergeRequestJson::read);
  }

  @Override
  public List<MergeRequest> updatedSince(long repository, Instant since) {
    Route route =
        Route.of("/projects/:id/merge_requests", repository)
            .with("state", "all")
            .with("scope", "all")
            .with("updated_after", since)
            .with("order_by", "updated_at")
            .with("sort", "asc");
    return gitlab.rest().all(route, Payload.MergeRequest.class).stream()
        .map(MergeRequestJson::read)
        .toList();
  }

  @Override
  public List<DiffVersion> versions(MergeRequestId id) {
    return rawVersions(id).stream()
        .map(GitLabMergeRequests::version)
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Payload.Version> rawVersions(MergeRequestId id) {
    return gitlab.rest().all(route(id, "/versions"), Payload.Version.class);
  }

  private static Optional<DiffVersion> version(Payload.Version version) {
    String base = version.baseCommitSha();
    String start = version.startCommitSha();
    String head = version.headCommitSha();
    if (base == null || start == null || head == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DiffVersion(
            version.id(),
            new DiffRefs(base, start, head),
            version.createdAt(),
            Optional.ofNullable(version.patchIdSha())));
  }

  @Override
  public Optional<FileChanges> changes(MergeRequestId id) {
    List<Payload.Version> versions = rawVersions(id);
    if (versions.stream().flatMap(v -> version(v).stream()).findAny().isEmpty()) {
      return Optional.empty();
    }
    List<FileChange> files =
        gitlab.rest().all(route(id, "/diffs"), Payload.Diff.class).stream()
            .map(FileChangeJson::read)
            .toList();
    return Optional.of(new FileChanges(files, complete(versions, files.size())));
  }

  /** The newest version knows how many files there really are: "12", or "1000+" when cut. */
  private static boolean complete(List<Payload.Version> versions, int seen) {
    String state = versions.get(0).state();
    String size = versions.get(0).realSize();
    boolean whole = state == null || state.equals("collected") || state.equals("empty");
    return whole && (size == null || (size.matches("\\d{1,9}") && Integer.parseInt(size) <= seen));
  }

  @Override
  public List<Commit> commits(MergeRequestId id) {
    List<Payload.Commit> newestFirst =
        new ArrayList<>(gitlab.rest().all(route(id, "/commits"), Payload.Commit.class));
    Collections.reverse(newestFirst);
    return newestFirst.stream().map(CommitJson::read).toList();
  }

  @Override
  public Approvals approvals(MergeRequestId id) {
    Payload.Approvals read = gitlab.rest().get(route(id, "/approvals"), Payload.Approvals.class);
    List<Payload.Approvals.Given> given = read.approvedBy() == null ? List.of() : read.approvedBy();
    return new Approvals(
        given.stream()
            .map(
                it ->
                    new Approvals.Given(
                        Persons.of(it.user()), Optional.ofNullable(it.approvedAt())))
            .toList());
  }

  @Override
  public void changeLabels(MergeRequestId id, Set<String> add, Set<String> remove) {
    if (add.isEmpty() && remove.isEmpty()) {
      return;
    }
    gitlab
        .rest()
        .put(route(id, ""), new Labels(joined(add), joined(remove)), Payload.MergeRequestRef.class);
  }

  private static @Nullable String joined(Set<String> labels) {
    return labels.isEmpty() ? null : labels.stream().sorted().collect(Collectors.joining(","));
  }

  /** GitLab4J can only replace all labels at once, and with them those of other people. */
  private record Labels(@Nullable String addLabels, @Nullable String removeLabels) {}

  private static Route route(MergeRequestId id, String below) {
    return Route.of(ONE + below, id.repository(), id.iid());
  }
}
