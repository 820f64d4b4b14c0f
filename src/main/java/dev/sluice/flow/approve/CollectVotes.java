package dev.sluice.flow.approve;

import dev.sluice.approval.Vote;
import dev.sluice.approval.Vote.Answer;
import dev.sluice.approval.Vote.Source;
import dev.sluice.change.Digest;
import dev.sluice.mergerequest.Approvals;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.DiffVersion;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.MergeRequests;
import dev.sluice.mergerequest.People;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RecordedVote;
import dev.sluice.store.record.Reviews;
import dev.sluice.store.record.Votes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes GitLab's approvals over as votes. They are read again, never counted from events; each is
 * bound to the content that it saw (ADR 4).
 */
public final class CollectVotes {
  /** Stands for content that we never saw; equal to no real digest. */
  public static final Digest UNSEEN = new Digest("0".repeat(64));

  private final StoreDatabase store;
  private final MergeRequests mergeRequests;
  private final People people;
  private final Clock clock;

  public CollectVotes(StoreDatabase store, CodeHost host, Clock clock) {
    this.store = store;
    this.mergeRequests = host.mergeRequests();
    this.people = host.people();
    this.clock = clock;
  }

  public void collect(Fence fence, MergeRequestId id) {
    Approvals approvals = mergeRequests.approvals(id);
    List<RecordedVote> standing =
        store.read(tx -> Votes.all(tx, id)).stream().filter(v -> v.voided().isEmpty()).toList();
    List<Vote> fresh =
        approvals.given().stream()
            .filter(g -> standing.stream().noneMatch(v -> same(v.vote(), g)))
            .filter(g -> people.user(g.by().id()).filter(p -> !p.bot()).isPresent())
            .map(g -> vote(id, g))
            .toList();
    List<RecordedVote> revoked =
        standing.stream()
            .filter(v -> v.vote().source() == Source.GITLAB)
            .filter(v -> approvals.given().stream().noneMatch(g -> g.by().id() == v.vote().user()))
            .toList();
    if (!fresh.isEmpty() || !revoked.isEmpty()) {
      store.update(fence, tx -> save(tx, id, fresh, revoked));
    }
  }

  private static boolean same(Vote vote, Approvals.Given given) {
    return vote.source() == Source.GITLAB
        && vote.user() == given.by().id()
        && given.at().map(vote.at()::equals).orElse(true);
  }

  private Vote vote(MergeRequestId id, Approvals.Given given) {
    Person by = given.by();
    Instant at = given.at().orElseGet(clock::instant);
    return new Vote(by.id(), by.username(), Answer.APPROVE, seen(id, at), Source.GITLAB, at, "");
  }

  /** The digest of the newest version at that time; both times are GitLab's. */
  private Digest seen(MergeRequestId id, Instant at) {
    Optional<DiffVersion> version =
        mergeRequests.versions(id).stream().filter(v -> !v.createdAt().isAfter(at)).findFirst();
    return version
        .flatMap(v -> store.read(tx -> Reviews.digestAt(tx, id, v.refs().headSha())))
        .orElse(UNSEEN);
  }

  private static void save(
      WriteTx tx, MergeRequestId id, List<Vote> fresh, List<RecordedVote> revoked) {
    for (Vote vote : fresh) {
      if (Votes.cast(tx, id, vote)) {
        Ledger.append(tx, entry(tx, id, vote, "vote.approve"));
      }
    }
    for (RecordedVote vote : revoked) {
      Votes.voidVote(tx, vote.id(), "revoked in GitLab");
      Ledger.append(tx, entry(tx, id, vote.vote(), "vote.revoked"));
    }
  }

  static LedgerEntry entry(WriteTx tx, MergeRequestId id, Vote vote, String action) {
    return LedgerEntry.of(
            tx.now(), LedgerEntry.person(vote.user(), vote.username()), action, Subject.of(id))
        .digest(vote.digest())
        .reason(vote.reason())
        .details(java.util.Map.of("source", vote.source().name()));
  }
}
