package dev.sluice.flow.approve;

import dev.sluice.approval.ApprovalRule;
import dev.sluice.approval.Candidates;
import dev.sluice.approval.Demand;
import dev.sluice.change.Approver;
import dev.sluice.change.Project;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.People;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Users and groups of the configuration that GitLab does not show us: nobody could approve. */
public final class ApproverProblems {
  private final Supplier<Landscape> landscape;
  private final ResolveApprovers approvers;

  public ApproverProblems(Supplier<Landscape> landscape, People people) {
    this.landscape = landscape;
    this.approvers = new ResolveApprovers(people);
  }

  /** One sentence each, with the remedy. */
  public List<String> all() {
    List<String> problems = new ArrayList<>();
    for (Project project : landscape.get().projects()) {
      for (Approver approver : named(project)) {
        if (approvers.resolve(0, project, approver) instanceof Candidates.Unreadable unreadable) {
          problems.add(
              "project "
                  + project.name()
                  + ": "
                  + approver
                  + " cannot be read ("
                  + unreadable.reason()
                  + "); make Sluice's user a Guest of that group, or mend the"
                  + " name");
        }
      }
    }
    return problems;
  }

  private Set<Approver> named(Project project) {
    Set<Approver> named = new LinkedHashSet<>(project.owners());
    named.addAll(project.members());
    landscape.get().approvalPolicy(project.approval()).rules().stream()
        .map(ApprovalRule::require)
        .flatMap(List::stream)
        .map(Demand::from)
        .forEach(named::add);
    named.removeIf(a -> a instanceof Approver.Level || a instanceof Approver.Owners);
    return named;
  }
}
