package dev.sluice.flow.undo;

import dev.sluice.mergerequest.Approvals;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.DiffVersion;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.MergeRequests;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Rollbacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Merge requests as GitLab tells them, but for those that we opened ourselves: their author is who
 * asked for them, so that nobody approves what they have asked for.
 */
public final class AskedFor implements MergeRequests {
  private final StoreDatabase store;
  private final MergeRequests host;

  public AskedFor(StoreDatabase store, MergeRequests host) {
    this.store = store;
    this.host = host;
  }

  private MergeRequest asked(MergeRequest mr) {
    Optional<Person> by =
        mr.author().bot()
            ? store.read(tx -> Rollbacks.of(tx, mr.id())).stream()
                .map(Rollbacks.TakesBack::by)
                .findFirst()
            : Optional.empty();
    return by.map(person -> by(mr, person)).orElse(mr);
  }

  private static MergeRequest by(MergeRequest mr, Person author) {
    return new MergeRequest(
        mr.id(),
        mr.repositoryPath(),
        mr.title(),
        mr.webUrl(),
        author,
        mr.state(),
        mr.draft(),
        mr.sourceRepository(),
        mr.sourceBranch(),
        mr.targetBranch(),
        mr.headSha(),
        mr.diffRefs(),
        mr.labels(),
        mr.updatedAt(),
        mr.landed());
  }

  @Override
  public Optional<MergeRequest> find(MergeRequestId id) {
    return host.find(id).map(this::asked);
  }

  @Override
  public List<MergeRequest> updatedSince(long repository, Instant since) {
    return host.updatedSince(repository, since);
  }

  @Override
  public List<DiffVersion> versions(MergeRequestId id) {
    return host.versions(id);
  }

  @Override
  public Optional<FileChanges> changes(MergeRequestId id) {
    return host.changes(id);
  }

  @Override
  public List<Commit> commits(MergeRequestId id) {
    return host.commits(id);
  }

  @Override
  public Approvals approvals(MergeRequestId id) {
    return host.approvals(id);
  }

  @Override
  public void changeLabels(MergeRequestId id, Set<String> add, Set<String> remove) {
    host.changeLabels(id, add, remove);
  }
}
