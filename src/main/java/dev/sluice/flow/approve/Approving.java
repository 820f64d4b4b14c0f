package dev.sluice.flow.approve;

import dev.sluice.approval.Candidates;
import dev.sluice.approval.Decision;
import dev.sluice.approval.Vote.Answer;
import dev.sluice.change.Approver;
import dev.sluice.change.Change;
import dev.sluice.change.Project;
import dev.sluice.change.Remark;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.TargetReview;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Votes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that the use cases ask about approval, in one hand. */
public final class Approving {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final CollectVotes collect;
  private final JudgeApprovals judge;
  private final ResolveApprovers approvers;

  public Approving(StoreDatabase store, CodeHost host, Supplier<Landscape> landscape, Clock clock) {
    this.store = store;
    this.landscape = landscape;
    this.collect = new CollectVotes(store, host, clock);
    this.judge = new JudgeApprovals(store, host, landscape, clock);
    this.approvers = new ResolveApprovers(host.people());
  }

  public void collect(Fence fence, MergeRequestId id) {
    collect.collect(fence, id);
  }

  public List<Decision> judge(
      MergeRequest mr, Change change, List<TargetReview> reviews, List<Discussion> discussions) {
    return judge.judge(mr, change, reviews, discussions);
  }

  /** The approvals that a change of the SQL voided. */
  public List<SinceApproval.Outdated> outdated(
      MergeRequestId id, Change change, List<Decision> decisions) {
    return new SinceApproval(store).of(id, change, decisions);
  }

  /** Whether a person is an owner of every project that a change touches. */
  public boolean ownsAll(long person, long repository, Change change) {
    return !change.isEmpty()
        && change.projects().stream()
            .allMatch(
                name ->
                    landscape
                        .get()
                        .project(name)
                        .filter(p -> isOwner(person, repository, p))
                        .isPresent());
  }

  /**
   * Whether a person is among some approvers, or an owner of all of these projects.
   *
   * @param projects that it concerns; without any, nobody owns them
   */
  public boolean named(long person, long repository, List<Project> projects, List<Approver> named) {
    return !projects.isEmpty()
        && (isAmong(person, approvers.any(repository, projects.get(0), named))
            || projects.stream().allMatch(p -> isOwner(person, repository, p)));
  }

  /** Whether a person is among those whom an environment names for what concerns a change. */
  public boolean mayOverride(long person, long repository, Change change, List<Approver> named) {
    List<Project> projects =
        landscape.get().projects().stream()
            .filter(p -> change.projects().contains(p.name()))
            .toList();
    boolean owners = named.contains(new Approver.Owners());
    return !projects.isEmpty()
        && (isAmong(person, approvers.any(repository, projects.get(0), named))
            || (owners && ownsAll(person, repository, change)));
  }

  /**
   * The change with an error for each project whose members the author is not among, until one of
   * its owners has approved this content.
   */
  public Change withMembership(MergeRequest mr, Change change) {
    List<Remark> remarks = new ArrayList<>(change.remarks());
    for (String name : change.projects()) {
      landscape.get().project(name).flatMap(p -> trespass(mr, change, p)).ifPresent(remarks::add);
    }
    return new Change(change.id(), change.scripts(), remarks);
  }

  private Optional<Remark> trespass(MergeRequest mr, Change change, Project project) {
    long repository = mr.id().repository();
    if (project.members().isEmpty()
        || isOwner(mr.author().id(), repository, project)
        || isAmong(mr.author().id(), approvers.any(repository, project, project.members()))) {
      return Optional.empty();
    }
    boolean allowed = ownerApproved(mr, change, project);
    String message =
        mr.author().username()
            + " is not among the members of "
            + project.name()
            + (allowed ? "; an owner has approved it" : "; an owner of it has to approve");
    return Optional.of(new Remark("", allowed ? Remark.Level.INFO : Remark.Level.ERROR, message));
  }

  /** Whether an owner of every touched project has approved exactly this content. */
  public boolean ownerApproved(MergeRequest mr, Change change) {
    return change.projects().stream()
        .allMatch(
            name ->
                landscape
                    .get()
                    .project(name)
                    .filter(p -> ownerApproved(mr, change, p))
                    .isPresent());
  }

  private boolean ownerApproved(MergeRequest mr, Change change, Project project) {
    return store.read(tx -> Votes.standing(tx, mr.id())).stream()
        .filter(v -> v.answer() == Answer.APPROVE && v.digest().equals(change.digest()))
        .anyMatch(v -> isOwner(v.user(), mr.id().repository(), project));
  }

  private boolean isOwner(long person, long repository, Project project) {
    return isAmong(person, approvers.any(repository, project, project.owners()));
  }

  /** Whether a person is one of those, asked afresh. */
  public boolean isAmong(long person, long repository, Project project, List<Approver> approvers) {
    return isAmong(person, this.approvers.any(repository, project, approvers));
  }

  private static boolean isAmong(long person, Candidates candidates) {
    return candidates instanceof Candidates.Known known
        && known.people().stream().anyMatch(p -> p.id() == person);
  }
}
