package dev.sluice.flow;

import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.approval.ApprovalPolicy.Voice;
import dev.sluice.change.Environment;
import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.Project;
import dev.sluice.change.Stage;
import dev.sluice.change.TargetName;
import dev.sluice.language.Language;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.rule.Rule;
import dev.sluice.sql.Dialect;
import dev.sluice.target.GroupSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says about the world, in the words of the use cases. Replaced as a whole
 * when the configuration is reloaded.
 *
 * @param environments in promotion order
 * @param databases by name
 * @param reviewPolicies by name
 * @param approvalPolicies by name
 * @param houseRules besides those that Sluice brings
 */
public record Landscape(
    List<Environment> environments,
    Map<String, Database> databases,
    List<Project> projects,
    ReviewPolicies reviewPolicies,
    Map<String, ApprovalPolicy> approvalPolicies,
    List<Rule> houseRules) {

  private static final ApprovalPolicy NOBODY =
      new ApprovalPolicy(List.of(), Voice.DENY, Voice.DENY, Voice.DENY, Optional.empty());

  /**
   * A logical database and its targets.
   *
   * @param labels of those targets that have any
   * @param groups by environment, where the configuration says something
   */
  public record Database(
      Dialect dialect,
      List<TargetName> targets,
      Map<TargetName, Map<String, String>> labels,
      Map<String, GroupSettings> groups) {
    public Database {
      targets = List.copyOf(targets);
      labels = Map.copyOf(labels);
      groups = Map.copyOf(groups);
    }

    public Database(Dialect dialect, List<TargetName> targets) {
      this(dialect, targets, Map.of(), Map.of());
    }
  }

  public Landscape {
    environments = List.copyOf(environments);
    databases = Map.copyOf(databases);
    projects = List.copyOf(projects);
    approvalPolicies = Map.copyOf(approvalPolicies);
    houseRules = List.copyOf(houseRules);
  }

  /** Without rules of the house. */
  public Landscape(
      List<Environment> environments,
      Map<String, Database> databases,
      List<Project> projects,
      ReviewPolicies reviewPolicies,
      Map<String, ApprovalPolicy> approvalPolicies) {
    this(environments, databases, projects, reviewPolicies, approvalPolicies, List.of());
  }

  /** The targets of some databases, in promotion order, then by name. */
  public List<TargetName> targetsOf(Collection<String> names) {
    return names.stream()
        .flatMap(n -> Optional.ofNullable(databases.get(n)).stream())
        .flatMap(d -> d.targets().stream())
        .sorted(
            Comparator.comparingInt((TargetName t) -> order(t.environment()))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  public Optional<Dialect> dialectOf(TargetName target) {
    return Optional.ofNullable(databases.get(target.database())).map(Database::dialect);
  }

  public Map<String, String> labelsOf(TargetName target) {
    return Optional.ofNullable(databases.get(target.database()))
        .map(d -> d.labels().get(target))
        .orElse(Map.of());
  }

  /** How a change goes to the targets of a database in an environment. */
  public GroupSettings group(String database, String environment) {
    return Optional.ofNullable(databases.get(database))
        .map(d -> d.groups().get(environment))
        .orElse(GroupSettings.DEFAULT);
  }

  public Optional<Environment> environment(String name) {
    return environments.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  /** The environment that must have a change before this one; empty for the first. */
  public Optional<String> before(String environment) {
    Optional<String> named = environment(environment).flatMap(Environment::after);
    int place = order(environment);
    return named.isPresent() || place == 0 || place >= environments.size()
        ? named
        : Optional.of(environments.get(place - 1).name());
  }

  /**
   * How a change of these projects gets into an environment; what several projects want holds all
   * together. One that is no longer configured deploys nothing by itself.
   */
  public List<Stage> stages(String name, Collection<String> projectNames) {
    Environment known =
        environment(name)
            .orElseGet(() -> new Environment(name, DeployMode.MANUAL, Optional.empty()));
    List<Stage> stages =
        projects.stream()
            .filter(p -> projectNames.contains(p.name()))
            .map(p -> Stage.of(known, before(name), Optional.ofNullable(p.pipeline().get(name))))
            .distinct()
            .toList();
    return stages.isEmpty() ? List.of(Stage.of(known, before(name), Optional.empty())) : stages;
  }

  /** The projects that deploy to an environment. */
  public List<Project> projectsOn(String environment) {
    return projects.stream()
        .filter(
            p ->
                targetsOf(p.databases()).stream()
                    .anyMatch(t -> t.environment().equals(environment)))
        .toList();
  }

  /** Whether a mistake here is no rehearsal any more: the last environment. */
  public boolean production(String environment) {
    return order(environment) >= environments.size() - 1;
  }

  /** Whether some project keeps the schemas of this environment as files. */
  public boolean writesBack(String environment) {
    return projects.stream()
        .flatMap(p -> p.writeBack().stream())
        .anyMatch(w -> w.environments().contains(environment));
  }

  public Optional<Project> project(String name) {
    return projects.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** How a change of these projects is spoken of: as the first of them in the configuration. */
  public Optional<Language> language(Collection<String> projectNames) {
    return projects.stream()
        .filter(p -> projectNames.contains(p.name()))
        .map(Project::language)
        .findFirst();
  }

  /** The policy for a script of a project, going to an environment. */
  public ReviewPolicy reviewPolicy(String projectName, String environment, String path) {
    return project(projectName)
        .map(p -> p.review().in(environment, path))
        .map(reviewPolicies::named)
        .orElse(ReviewPolicy.DEFAULT);
  }

  public ApprovalPolicy approvalPolicy(String name) {
    return approvalPolicies.getOrDefault(name, NOBODY);
  }

  private int order(String environment) {
    for (int i = 0; i < environments.size(); i++) {
      if (environments.get(i).name().equals(environment)) {
        return i;
      }
    }
    return environments.size();
  }
}
