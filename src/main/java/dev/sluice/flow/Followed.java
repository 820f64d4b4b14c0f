package dev.sluice.flow;

import dev.sluice.change.Project;
import dev.sluice.change.ScriptMap;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.mergerequest.Repository;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which projects live in which repository. The configuration names repositories by path; a path is
 * looked up once and its number kept, so that a rename changes nothing.
 */
public final class Followed {
  private final Supplier<Landscape> landscape;
  private final Repositories repositories;
  private final Map<String, Repository> known = new ConcurrentHashMap<>();

  public Followed(Supplier<Landscape> landscape, Repositories repositories) {
    this.landscape = landscape;
    this.repositories = repositories;
  }

  /** A branch whose merges are deployed. */
  public record Branch(long repository, String name) {}

  /** The configuration that is in force now. */
  public Landscape landscape() {
    return landscape.get();
  }

  /** The projects behind a branch of a repository; empty when it is not ours. */
  public List<Project> projects(long repository, String branch) {
    return landscape.get().projects().stream()
        .filter(p -> p.branch().equals(branch))
        .filter(p -> find(p.repository()).filter(r -> r.id() == repository).isPresent())
        .toList();
  }

  public ScriptMap scripts(long repository, String branch) {
    return new ScriptMap(projects(repository, branch));
  }

  public Set<Branch> branches() {
    Set<Branch> branches = new LinkedHashSet<>();
    for (Project project : landscape.get().projects()) {
      find(project.repository()).ifPresent(r -> branches.add(new Branch(r.id(), project.branch())));
    }
    return branches;
  }

  /** The repositories that bring scripts to a database, by number. */
  public Set<Long> repositoriesOf(String database) {
    Set<Long> repositories = new LinkedHashSet<>();
    for (Project project : landscape.get().projects()) {
      if (project.scripts().stream().anyMatch(s -> s.databases().contains(database))) {
        find(project.repository()).ifPresent(r -> repositories.add(r.id()));
      }
    }
    return repositories;
  }

  /** Repositories of the configuration that GitLab does not show us, one sentence each. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Project project : landscape.get().projects()) {
      if (find(project.repository()).isEmpty()) {
        problems.add(
            "project "
                + project.name()
                + ": GitLab does not show us "
                + project.repository()
                + "; check the path, and that our user is a member with Developer access");
      }
    }
    return problems;
  }

  private Optional<Repository> find(String pathOrId) {
    Repository repository = known.get(pathOrId);
    if (repository != null) {
      return Optional.of(repository);
    }
    try {
      Optional<Repository> found = repositories.find(pathOrId);
      found.ifPresent(r -> known.put(pathOrId, r));
      return found;
    } catch (HostRefusedException e) {
      return Optional.empty();
    }
  }
}
