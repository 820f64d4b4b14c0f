package dev.sluice.config;

import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.change.Approver;
import dev.sluice.change.Environment;
import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.Project;
import dev.sluice.change.ReviewChoice;
import dev.sluice.change.ScriptMapping;
import dev.sluice.config.bind.Problems;
import dev.sluice.review.ReviewPolicies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Projects have names of their own and name databases and policies that exist. */
final class ProjectChecks {
  private final BotConfig config;
  private final Problems problems;

  ProjectChecks(BotConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  void run() {
    List<String> names = config.projects().stream().map(Project::name).toList();
    CrossChecks.unique("a project", names, i -> "projects[" + i + "].name", problems);
    for (int i = 0; i < names.size(); i++) {
      project("projects[" + i + "]", config.projects().get(i));
    }
  }

  private void project(String path, Project project) {
    CrossChecks.name(path + ".name", project.name(), problems);
    if (project.scripts().isEmpty()) {
      problems.value(path, "has no scripts: say which files are for which databases");
    }
    for (int i = 0; i < project.scripts().size(); i++) {
      databases(path + ".scripts[" + i + "]", project.scripts().get(i));
    }
    review(path + ".review", project.review());
    if (!project.approval().equals(BotConfig.DEFAULT_POLICY)) {
      Set<String> names = new TreeSet<>(config.approvalPolicies().keySet());
      CrossChecks.known(path + ".approval", "approval policy", project.approval(), names, problems);
    }
    owners(path, project);
    pipeline(path + ".pipeline", project);
    project.writeBack().ifPresent(w -> new WriteBackChecks(config, problems).run(path, project, w));
  }

  private void pipeline(String path, Project project) {
    List<String> names = config.environments().stream().map(Environment::name).toList();
    project
        .pipeline()
        .forEach(
            (name, pace) -> {
              if (!names.contains(name)) {
                problems.danglingKey(path + "." + name, "environment", name, names);
              } else if (first(name)
                  && pace.deploy().filter(DeployMode.AFTER::equals).isPresent()) {
                problems.value(
                    path + "." + name + ".deploy",
                    "is after, but no environment comes before this one: write on_merge or manual");
              } else if (first(name) && pace.soak().filter(s -> !s.isZero()).isPresent()) {
                problems.value(
                    path + "." + name + ".soak",
                    "counts from the environment before, but none comes before this one");
              }
            });
  }

  /** Whether no environment comes before this one. */
  private boolean first(String name) {
    Environment first = config.environments().get(0);
    return first.name().equals(name) && first.after().isEmpty();
  }

  private void databases(String path, ScriptMapping mapping) {
    if (mapping.databases().isEmpty()) {
      problems.value(path, "names no databases");
    }
    for (int i = 0; i < mapping.databases().size(); i++) {
      CrossChecks.known(
          path + ".databases[" + i + "]",
          "database",
          mapping.databases().get(i),
          config.databases().keySet(),
          problems);
    }
  }

  private void review(String path, ReviewChoice choice) {
    policy(path + ".policy", choice.policy());
    choice.paths().forEach((glob, name) -> policy(path + ".paths." + glob, name));
    List<String> environments = config.environments().stream().map(Environment::name).toList();
    choice
        .environments()
        .forEach(
            (environment, name) -> {
              String key = path + ".environments." + environment;
              if (!environments.contains(environment)) {
                problems.danglingKey(key, "environment", environment, environments);
              }
              policy(key, name);
            });
  }

  private void policy(String path, String name) {
    Set<String> names = ReviewPolicies.names(config.reviewPolicies().keySet());
    CrossChecks.known(path, "review policy", name, names, problems);
  }

  private void owners(String path, Project project) {
    if (project.owners().contains(new Approver.Owners())) {
      problems.value(path + ".owners", "cannot be \"owners\": name people, groups or a level");
    }
    Optional<ApprovalPolicy> policy =
        Optional.ofNullable(config.approvalPolicies().get(project.approval()));
    boolean asked =
        policy.stream()
            .flatMap(p -> p.rules().stream())
            .flatMap(rule -> rule.require().stream())
            .anyMatch(demand -> demand.from() instanceof Approver.Owners);
    if (asked && project.owners().isEmpty()) {
      problems.value(
          path + ".owners", "is empty, but approval policy " + project.approval() + " asks owners");
    }
  }
}
