package dev.sluice.demo.model;

import dev.sluice.demo.git.GitRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A project: a repository and everything around it. Its id stays when its path changes. */
public final class Project {
  public final long id;
  public String path;
  public Visibility visibility = Visibility.PRIVATE;
  public final String defaultBranch = "main";
  public final GitRepository repository;
  public final @Nullable Long forkedFrom;
  public final ProjectSettings settings = new ProjectSettings();
  public final Map<Long, Integer> members = new LinkedHashMap<>();
  public final Map<Long, MergeRequest> mergeRequests = new TreeMap<>();
  public final Map<Long, Issue> issues = new TreeMap<>();
  public final Map<String, Label> labels = new TreeMap<>();
  public final List<Pipeline> pipelines = new ArrayList<>();
  public final List<Environment> environments = new ArrayList<>();
  public final List<Deployment> deployments = new ArrayList<>();
  public final Map<Long, Hook> hooks = new TreeMap<>();

  /** Files whose diff GitLab leaves out. */
  public final Map<String, Omission> omissions = new TreeMap<>();

  public Project(long id, String path, GitRepository repository, @Nullable Long forkedFrom) {
    this.id = id;
    this.path = path;
    this.repository = repository;
    this.forkedFrom = forkedFrom;
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public String namespace() {
    var slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  public Optional<MergeRequest> mergeRequest(long iid) {
    return Optional.ofNullable(mergeRequests.get(iid));
  }

  /** Why the text of a file's diff is missing. */
  public enum Omission {
    COLLAPSED,
    TOO_LARGE
  }
}
