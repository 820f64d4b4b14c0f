package dev.sluice.flow.approve;

import dev.sluice.approval.Candidates;
import dev.sluice.approval.Demand;
import dev.sluice.change.Approver;
import dev.sluice.change.Project;
import dev.sluice.mergerequest.GroupMembers;
import dev.sluice.mergerequest.People;
import dev.sluice.mergerequest.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the people behind the approvers of the configuration, fresh from GitLab. */
public final class ResolveApprovers {
  private final People people;

  public ResolveApprovers(People people) {
    this.people = people;
  }

  public Map<Approver, Candidates> resolve(
      long repository, Project project, Collection<Demand> demands) {
    Map<Approver, Candidates> resolved = new LinkedHashMap<>();
    for (Demand demand : demands) {
      resolved.computeIfAbsent(demand.from(), a -> resolve(repository, project, a));
    }
    return resolved;
  }

  public Candidates resolve(long repository, Project project, Approver approver) {
    if (approver instanceof Approver.User user) {
      return people
          .userNamed(user.username())
          .<Candidates>map(p -> new Candidates.Known(List.of(p)))
          .orElseGet(() -> new Candidates.Unreadable("GitLab has no such user"));
    }
    if (approver instanceof Approver.Group group) {
      GroupMembers members = people.group(group.path());
      return members instanceof GroupMembers.Known known
          ? new Candidates.Known(withoutUs(known.people()))
          : new Candidates.Unreadable(((GroupMembers.Unreadable) members).reason());
    }
    if (approver instanceof Approver.Level level) {
      return new Candidates.Known(withoutUs(people.membersWithLevel(repository, level.atLeast())));
    }
    return any(repository, project, project.owners());
  }

  /** We are a member of approver groups so that we can read them, not to approve. */
  private List<Person> withoutUs(List<Person> members) {
    long us = people.me().id();
    return members.stream().filter(p -> p.id() != us).toList();
  }

  /** The people of several approvers; one that cannot be read makes all of it unreadable. */
  public Candidates any(long repository, Project project, Collection<Approver> approvers) {
    List<Person> found = new ArrayList<>();
    for (Approver approver : approvers) {
      if (approver instanceof Approver.Owners) {
        continue;
      }
      Candidates candidates = resolve(repository, project, approver);
      if (candidates instanceof Candidates.Unreadable unreadable) {
        return new Candidates.Unreadable(approver + ": " + unreadable.reason());
      }
      ((Candidates.Known) candidates)
          .people().stream()
              .filter(p -> found.stream().noneMatch(f -> f.id() == p.id()))
              .forEach(found::add);
    }
    return new Candidates.Known(found);
  }
}
