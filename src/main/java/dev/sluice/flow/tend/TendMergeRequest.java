package dev.sluice.flow.tend;

import dev.sluice.approval.Decision;
import dev.sluice.change.Change;
import dev.sluice.change.DeployedScript;
import dev.sluice.change.Digest;
import dev.sluice.change.Project;
import dev.sluice.change.Remark;
import dev.sluice.change.ScriptMap;
import dev.sluice.flow.Followed;
import dev.sluice.flow.answer.Answer;
import dev.sluice.flow.answer.Standing;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.beside.LookAround;
import dev.sluice.flow.change.ReadChange;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.Review;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.BranchHeads;
import dev.sluice.store.record.DeployedScripts;
import dev.sluice.store.record.MergeRequestStates;
import dev.sluice.store.record.Reviews;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a merge request to what follows from the present state of GitLab, the targets and the
 * record: threads, summary, statuses, label. Every event about a merge request ends up here;
 * running it twice, late or out of order does no harm (ADR 2).
 */
public final class TendMergeRequest {
  private final StoreDatabase store;
  private final CodeHost host;
  private final Followed followed;
  private final LookAround lookAround;
  private final Approving approving;
  private final Answer answer;

  public TendMergeRequest(
      StoreDatabase store,
      CodeHost host,
      Followed followed,
      LookAround lookAround,
      Approving approving,
      Answer answer) {
    this.store = store;
    this.host = host;
    this.followed = followed;
    this.lookAround = lookAround;
    this.approving = approving;
    this.answer = answer;
  }

  /**
   * What a look came to.
   *
   * @param standing empty when there is nothing of ours, or nothing to see yet
   */
  public record Tended(Outcome outcome, Optional<Standing> standing) {
    static final Tended NOTHING = new Tended(Outcome.done(), Optional.empty());

    static Tended later(String reason, int seconds) {
      return new Tended(Outcome.retry(reason, Duration.ofSeconds(seconds)), Optional.empty());
    }

    static Tended at(Standing standing) {
      return new Tended(Outcome.done(), Optional.of(standing));
    }
  }

  public Tended run(Fence fence, MergeRequestId id) {
    Optional<MergeRequest> found = host.mergeRequests().find(id);
    if (found.isEmpty()) {
      return Tended.NOTHING;
    }
    MergeRequest mr = found.get();
    List<Project> projects = followed.projects(id.repository(), mr.targetBranch());
    return switch (mr.state()) {
      case LOCKED -> Tended.later("GitLab is merging it", 3);
      case CLOSED -> closed(fence, mr);
      case MERGED -> merged(fence, mr);
      case OPEN -> projects.isEmpty() ? notOurs(fence, mr) : open(fence, mr);
    };
  }

  private Tended open(Fence fence, MergeRequest mr) {
    answer.pending(fence, mr);
    Optional<FileChanges> prepared =
        mr.diffRefs().flatMap(refs -> host.mergeRequests().changes(mr.id()));
    if (prepared.isEmpty()) {
      return Tended.later("GitLab still prepares the diff", 2);
    }
    FileChanges files = prepared.get();
    Change change = read(mr, files);
    if (change.isEmpty() && change.remarks().isEmpty()) {
      save(fence, mr, Optional.empty());
      answer.nothingOfOurs(fence, mr, change);
      return Tended.NOTHING;
    }
    followBranch(fence, mr);
    LookAround.Seen seen = lookAround.at(mr, change);
    Review review = seen.review();
    record(fence, mr, change, review);
    List<Discussion> discussions = host.discussions().discussions(mr.id());
    approving.collect(fence, mr.id());
    List<Decision> decisions = approving.judge(mr, change, review.targets(), discussions);
    Change complete = lookAround.withRemarks(approving.withMembership(mr, change), seen);
    Standing standing =
        new Standing(
            mr,
            complete,
            Optional.of(review),
            decisions,
            List.of(),
            approving.outdated(mr.id(), change, decisions),
            lookAround.withNeighbours(seen.beside(), mr));
    answer.open(fence, standing, files, discussions);
    return Tended.at(standing);
  }

  /** What people see reviewed must run when it is merged, however soon after our first look. */
  private void followBranch(Fence fence, MergeRequest mr) {
    long repository = mr.id().repository();
    String branch = mr.targetBranch();
    if (store.read(tx -> BranchHeads.lastHandled(tx, repository, branch)).isEmpty()) {
      host.repositories()
          .head(repository, branch)
          .ifPresent(
              head -> store.update(fence, tx -> BranchHeads.begin(tx, repository, branch, head)));
    }
  }

  private Change read(MergeRequest mr, FileChanges files) {
    MergeRequestId id = mr.id();
    ScriptMap map = followed.scripts(id.repository(), mr.targetBranch());
    Set<String> databases = map.databasesOf(files);
    List<DeployedScript> deployed = store.read(tx -> DeployedScripts.of(tx, databases, id));
    return new ReadChange(host.repositories(), id, mr.headSha(), map, deployed)
        .read(files, Optional.of(mr.targetBranch()));
  }

  private void record(Fence fence, MergeRequest mr, Change change, Review review) {
    Digest digest = change.digest();
    boolean passed =
        new Standing(mr, change, Optional.of(review), List.of(), List.of(), List.of()).passed();
    store.update(
        fence,
        tx -> {
          MergeRequestStates.save(tx, mr, Optional.of(digest));
          lookAround.remember(tx, mr, Optional.of(change));
          Reviews.saveIfNew(
              tx,
              new dev.sluice.store.record.Review(
                  mr.id(), mr.headSha(), digest, passed, review.targets(), tx.now()));
          dev.sluice.store.record.Changes.save(tx, change, mr.headSha());
        });
  }

  private Tended merged(Fence fence, MergeRequest mr) {
    save(fence, mr, digest(mr));
    return answer.merged(fence, mr).map(Tended::at).orElse(Tended.NOTHING);
  }

  private Tended closed(Fence fence, MergeRequest mr) {
    save(fence, mr, digest(mr));
    answer.closed(fence, mr);
    return Tended.NOTHING;
  }

  /** Retargeted away from a followed branch, or never ours. */
  private Tended notOurs(Fence fence, MergeRequest mr) {
    if (digest(mr).isPresent()) {
      save(fence, mr, Optional.empty());
      Remark remark =
          new Remark("", Remark.Level.INFO, "this branch's scripts are not deployed by Sluice");
      answer.nothingOfOurs(fence, mr, new Change(mr.id(), List.of(), List.of(remark)));
    }
    return Tended.NOTHING;
  }

  private Optional<Digest> digest(MergeRequest mr) {
    return store.read(tx -> MergeRequestStates.find(tx, mr.id())).flatMap(s -> s.digest());
  }

  private void save(Fence fence, MergeRequest mr, Optional<Digest> digest) {
    store.update(
        fence,
        tx -> {
          MergeRequestStates.save(tx, mr, digest);
          lookAround.remember(tx, mr, Optional.empty());
        });
  }
}
