package dev.sluice.flow.approve;

import dev.sluice.approval.ApprovalCase;
import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.approval.Candidates;
import dev.sluice.approval.Decide;
import dev.sluice.approval.Decision;
import dev.sluice.approval.Demand;
import dev.sluice.approval.Requirement;
import dev.sluice.approval.Vote;
import dev.sluice.change.Approver;
import dev.sluice.change.Change;
import dev.sluice.change.ChangeKind;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Project;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.TargetReview;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Votes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides every (project, environment) of a change by what GitLab and the record say now. */
public final class JudgeApprovals {
  private final StoreDatabase store;
  private final Committers committers;
  private final Supplier<Landscape> landscape;
  private final Clock clock;
  private final ResolveApprovers approvers;

  public JudgeApprovals(
      StoreDatabase store, CodeHost host, Supplier<Landscape> landscape, Clock clock) {
    this.store = store;
    this.committers = new Committers(host, clock);
    this.landscape = landscape;
    this.clock = clock;
    this.approvers = new ResolveApprovers(host.people());
  }

  /**
   * @param reviews of the targets that are asked about; their risk decides who must approve
   * @param discussions of the merge request, for telling our own suggestions
   */
  public List<Decision> judge(
      MergeRequest mr, Change change, List<TargetReview> reviews, List<Discussion> discussions) {
    List<Vote> votes = store.read(tx -> Votes.standing(tx, mr.id()));
    Set<Long> committers = this.committers.of(mr.id(), discussions);
    List<Decision> decisions = new ArrayList<>();
    for (String name : change.projects()) {
      Optional<Project> configured = landscape.get().project(name);
      if (configured.isEmpty()) {
        continue; // taken out of the configuration: MayRun holds its rollouts and says so
      }
      Project project = configured.get();
      ApprovalPolicy policy = landscape.get().approvalPolicy(project.approval());
      for (Requirement requirement : requirements(project, policy, change, reviews)) {
        Map<Approver, Candidates> candidates =
            approvers.resolve(mr.id().repository(), project, requirement.demands());
        ApprovalCase facts =
            new ApprovalCase(
                change.digest(), mr.author(), committers, candidates, votes, clock.instant());
        decisions.add(Decide.decide(policy, requirement, facts));
      }
    }
    return decisions;
  }

  private static List<Requirement> requirements(
      Project project, ApprovalPolicy policy, Change change, List<TargetReview> reviews) {
    Set<String> databases =
        change.scripts().stream()
            .filter(s -> s.project().equals(project.name()))
            .map(MappedScript::databases)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    List<TargetReview> concerned =
        reviews.stream().filter(r -> databases.contains(r.target().database())).toList();
    Set<String> environments = new LinkedHashSet<>();
    concerned.forEach(r -> environments.add(r.target().environment()));
    return environments.stream()
        .map(e -> requirement(project, policy, e, in(concerned, e)))
        .toList();
  }

  private static Requirement requirement(
      Project project, ApprovalPolicy policy, String environment, List<TargetReview> reviews) {
    Risk risk = reviews.stream().map(r -> r.risk().risk()).reduce(Risk.LOW, Risk::max);
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    reviews.forEach(r -> kinds.addAll(r.kinds()));
    List<String> reasons =
        reviews.stream()
            .filter(r -> r.risk().risk() == risk)
            .flatMap(r -> r.risk().reasons().stream())
            .distinct()
            .toList();
    List<Demand> demands = policy.demands(risk, environment, kinds);
    return new Requirement(project.name(), environment, new RiskAssessment(risk, reasons), demands);
  }

  private static List<TargetReview> in(List<TargetReview> reviews, String environment) {
    return reviews.stream().filter(r -> r.target().environment().equals(environment)).toList();
  }
}
