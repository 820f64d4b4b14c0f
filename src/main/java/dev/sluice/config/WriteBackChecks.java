package dev.sluice.config;

import dev.sluice.change.Environment;
import dev.sluice.change.Glob;
import dev.sluice.change.Project;
import dev.sluice.change.WriteBack;
import dev.sluice.config.bind.Problems;
import java.util.List;

/** What Sluice writes into a repository is each in a file of its own, and never a script. */
final class WriteBackChecks {
  private final BotConfig config;
  private final Problems problems;

  WriteBackChecks(BotConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  void run(String project, Project of, WriteBack writeBack) {
    String key = project + ".write_back";
    environments(key, writeBack);
    path(key + ".path", of, writeBack);
    scripts(key + ".path", of);
    branch(key + ".branch", of, writeBack);
  }

  private void environments(String key, WriteBack writeBack) {
    List<String> names = config.environments().stream().map(Environment::name).toList();
    if (writeBack.environments().isEmpty()) {
      problems.value(key, "names no environments: say whose schemas are written");
    }
    for (int i = 0; i < writeBack.environments().size(); i++) {
      CrossChecks.known(
          key + ".environments[" + i + "]",
          "environment",
          writeBack.environments().get(i),
          names,
          problems);
    }
  }

  private void path(String key, Project of, WriteBack writeBack) {
    String path = writeBack.path();
    if (path.startsWith("/") || path.contains("..") || path.contains("\\") || path.endsWith("/")) {
      problems.value(
          key, "must be a file, relative to the top of the repository, with forward slashes");
    } else if (!writeBack.separates(of.databases().size())) {
      problems.value(
          key, "puts several schemas into one file: it needs {database} and {environment}");
    }
  }

  private void scripts(String key, Project of) {
    config.projects().stream()
        .filter(p -> p.repository().equals(of.repository()))
        .flatMap(p -> p.scripts().stream())
        .map(s -> s.path())
        .filter(glob -> findsWritten(glob, of))
        .findFirst()
        .ifPresent(
            glob ->
                problems.value(
                    key, "is found by the scripts of " + glob + " too; take another folder"));
  }

  private static boolean findsWritten(String glob, Project of) {
    try {
      Glob parsed = Glob.parse(glob);
      return of.writtenFiles().stream().anyMatch(parsed::matches);
    } catch (IllegalArgumentException e) {
      return false; // told where the scripts are checked
    }
  }

  private void branch(String key, Project of, WriteBack writeBack) {
    String branch = writeBack.branch().orElse(of.branch());
    config.projects().stream()
        .filter(p -> p.repository().equals(of.repository()) && p.branch().equals(branch))
        .filter(p -> !p.branch().equals(of.branch()))
        .findFirst()
        .ifPresent(p -> problems.value(key, "is the branch that project " + p.name() + " follows"));
  }
}
