package dev.sluice.config;

import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.change.Approver;
import dev.sluice.change.Project;
import dev.sluice.change.ScriptMapping;
import dev.sluice.config.bind.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    policy(path + ".review", "review policy", project.review(), config.reviewPolicies().keySet());
    policy(
        path + ".approval",
        "approval policy",
        project.approval(),
        config.approvalPolicies().keySet());
    owners(path, project);
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

  private void policy(String path, String what, String name, Collection<String> names) {
    if (!name.equals(BotConfig.DEFAULT_POLICY)) {
      CrossChecks.known(path, what, name, new TreeSet<>(names), problems);
    }
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
