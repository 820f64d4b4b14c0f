package dev.sluice.flow.deploy;

import static java.util.stream.Collectors.groupingBy;

import dev.sluice.change.Change;
import dev.sluice.change.DeployedScript;
import dev.sluice.change.Digest;
import dev.sluice.change.ScriptMap;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Followed;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.beside.TouchedTables;
import dev.sluice.flow.change.ReadChange;
import dev.sluice.flow.group.FindTargets;
import dev.sluice.flow.group.Line;
import dev.sluice.mergerequest.BranchWalk;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequest.State;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.BranchHeads;
import dev.sluice.store.record.DeployedScripts;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollbacks;
import dev.sluice.store.record.Rollouts;
import dev.sluice.store.record.TouchedStatement;
import dev.sluice.store.record.TouchedStatements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a branch from the commit handled last to its head, along first parents, and makes each
 * merge request found there a deployment, in that order (design law 5). What reached the branch
 * another way runs nothing: it is recorded and told in an issue.
 */
public final class FollowBranch {
  private final StoreDatabase store;
  private final CodeHost host;
  private final Followed followed;
  private final FindTargets find;
  private final Advance advance;
  private final TouchedTables touched;

  public FollowBranch(
      StoreDatabase store,
      CodeHost host,
      Followed followed,
      Advance advance,
      FindTargets find,
      TouchedTables touched) {
    this.touched = touched;
    this.store = store;
    this.host = host;
    this.followed = followed;
    this.advance = advance;
    this.find = find;
  }

  public Outcome run(Fence fence, long repository, String branch) {
    if (followed.projects(repository, branch).isEmpty()) {
      return Outcome.done();
    }
    Optional<String> head = host.repositories().head(repository, branch);
    Optional<String> last = store.read(tx -> BranchHeads.lastHandled(tx, repository, branch));
    if (head.isEmpty() || head.equals(last)) {
      return Outcome.done();
    }
    if (last.isEmpty()) {
      store.update(fence, tx -> BranchHeads.begin(tx, repository, branch, head.get()));
      return Outcome.done();
    }
    BranchWalk walk = host.repositories().walk(repository, last.get(), head.get());
    if (walk instanceof BranchWalk.Commits commits) {
      return new Walk(fence, repository, branch).along(commits.commits());
    }
    rewritten(fence, repository, branch, last.get(), head.get());
    return Outcome.done();
  }

  private void rewritten(Fence fence, long repository, String branch, String last, String head) {
    new Outsiders(host).rewritten(repository, branch, last, head);
    store.update(
        fence,
        tx -> {
          BranchHeads.moveTo(tx, repository, branch, head);
          ledger(
              tx,
              "branch.rewritten",
              Subject.repository(repository),
              branch + ": " + last + " is gone, now " + head);
        });
  }

  private static void ledger(WriteTx tx, String action, Subject subject, String reason) {
    Ledger.append(tx, LedgerEntry.of(tx.now(), "sluice", action, subject).reason(reason));
  }

  /** One walk. */
  private final class Walk {
    private final Fence fence;
    private final long repository;
    private final String branch;
    private final ScriptMap map;

    Walk(Fence fence, long repository, String branch) {
      this.fence = fence;
      this.repository = repository;
      this.branch = branch;
      this.map = followed.scripts(repository, branch);
    }

    Outcome along(List<Commit> commits) {
      for (Commit commit : commits) {
        Optional<Outcome> obstacle = handle(commit, commits);
        if (obstacle.isPresent()) {
          return obstacle.get();
        }
      }
      return Outcome.done();
    }

    /** What stands in the way of a commit, if anything. */
    private Optional<Outcome> handle(Commit commit, List<Commit> commits) {
      List<MergeRequest> bringers =
          host.repositories().mergeRequestsOf(repository, commit.sha()).stream()
              .flatMap(id -> host.mergeRequests().find(id).stream())
              .filter(mr -> mr.targetBranch().equals(branch))
              .toList();
      Optional<MergeRequest> landing =
          bringers.stream().filter(mr -> landedAt(mr, commit.sha())).findFirst();
      if (landing.isPresent()) {
        return deploy(landing.get(), commit);
      }
      boolean undecided =
          bringers.stream().anyMatch(mr -> mr.state() == State.LOCKED || mr.state() == State.OPEN);
      if (undecided && !map.onlyWritten(host.repositories().changes(repository, commit.sha()))) {
        return Optional.of(
            Outcome.retry(
                "GitLab does not say yet which merge request brought " + commit.sha(),
                Duration.ofSeconds(3)));
      }
      boolean partOfLater =
          bringers.stream().anyMatch(mr -> commits.stream().anyMatch(c -> landedAt(mr, c.sha())));
      if (partOfLater) {
        moveOn(commit);
      } else {
        outsider(commit);
      }
      return Optional.empty();
    }

    private boolean landedAt(MergeRequest mr, String sha) {
      return mr.landed().filter(l -> l.sha().equals(sha)).isPresent();
    }

    /** Not before it is known which targets there are: one left out would never be missed. */
    private Optional<Outcome> deploy(MergeRequest mr, Commit commit) {
      Change change = read(mr.id(), commit, filesOf(mr, commit));
      List<String> unknown = find.look(fence, change.databases());
      if (!unknown.isEmpty()) {
        return Optional.of(Outcome.retry(String.join("; ", unknown), Duration.ofSeconds(30)));
      }
      List<TargetName> targets = followed.landscape().targetsOf(change.databases());
      List<TouchedStatement> statements = touched.statements(change);
      store.update(
          fence,
          tx -> {
            BranchHeads.moveTo(tx, repository, branch, commit.sha());
            if (!change.isEmpty()) {
              long deployment = create(tx, mr, change, commit, targets);
              TouchedStatements.save(tx, deployment, statements);
              advance.advance(tx, deployment);
            }
            advance.tend(tx, mr.id());
          });
      return Optional.empty();
    }

    private long create(
        WriteTx tx, MergeRequest mr, Change change, Commit commit, List<TargetName> targets) {
      RecordedDeployment deployment = Deployments.create(tx, change, branch, commit.sha(), targets);
      lineUp(tx, Rollouts.of(tx, deployment.id()));
      Rollbacks.giveWay(tx, deployment);
      String by = mr.landed().flatMap(l -> l.by()).map(p -> p.username()).orElse("");
      Ledger.append(
          tx,
          LedgerEntry.of(tx.now(), "sluice", "deployment.created", Subject.of(mr.id()))
              .digest(change.digest())
              .details(
                  Map.of("deployment", deployment.id(), "commit", commit.sha(), "merged_by", by)));
      return deployment.id();
    }

    /** Where several targets of a database are in one environment, each gets its wave. */
    private void lineUp(WriteTx tx, List<RecordedRollout> rollouts) {
      rollouts.stream()
          .collect(groupingBy(r -> r.target().database() + "@" + r.target().environment()))
          .values()
          .stream()
          .filter(group -> group.size() > 1)
          .forEach(group -> lineUpGroup(tx, group));
    }

    private void lineUpGroup(WriteTx tx, List<RecordedRollout> group) {
      Landscape current = followed.landscape();
      TargetName any = group.get(0).target();
      Map<TargetName, Integer> line =
          Line.up(
              group.stream().map(RecordedRollout::target).toList(),
              current::labelsOf,
              current.group(any.database(), any.environment()));
      group.forEach(r -> GroupPlaces.save(tx, r.id(), line.getOrDefault(r.target(), 1)));
    }

    /**
     * A merge commit holds what landed; a fast-forward spreads it over the merge request's commits.
     */
    private FileChanges filesOf(MergeRequest mr, Commit commit) {
      return commit.parents().size() > 1
          ? host.repositories().changes(repository, commit.sha())
          : host.mergeRequests()
              .changes(mr.id())
              .orElseGet(() -> new FileChanges(List.of(), false));
    }

    private Change read(MergeRequestId id, Commit commit, FileChanges files) {
      Set<String> databases = map.databasesOf(files);
      List<DeployedScript> deployed = store.read(tx -> DeployedScripts.of(tx, databases, id));
      return new ReadChange(host.repositories(), id, commit.sha(), map, deployed)
          .read(files, Optional.empty());
    }

    private void outsider(Commit commit) {
      MergeRequestId nobody = new MergeRequestId(repository, 0);
      Change change = read(nobody, commit, host.repositories().changes(repository, commit.sha()));
      if (change.isEmpty()) {
        moveOn(commit);
        return;
      }
      new Outsiders(host).pushed(repository, branch, commit, change);
      Digest digest = change.digest();
      store.update(
          fence,
          tx -> {
            BranchHeads.moveTo(tx, repository, branch, commit.sha());
            Ledger.append(
                tx,
                LedgerEntry.of(tx.now(), "sluice", "branch.pushed", Subject.repository(repository))
                    .digest(digest)
                    .reason(commit.sha() + " came without a merge request; nothing runs"));
          });
    }

    private void moveOn(Commit commit) {
      store.update(fence, tx -> BranchHeads.moveTo(tx, repository, branch, commit.sha()));
    }
  }
}
