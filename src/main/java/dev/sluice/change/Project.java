package dev.sluice.change;

import dev.sluice.language.Language;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A business line: folders of a repository, the databases behind them, and who answers for them.
 */
@Doc("A business line: folders of a repository, their databases, owners and policies.")
public record Project(
    @Doc("Its name, shown in notes.") String name,
    @Doc("The GitLab project: path or numeric id.") String repository,
    @Doc("The branch whose merges are deployed.") @Default("main") String branch,
    @Doc("Files and the databases they are for.") List<ScriptMapping> scripts,
    @Doc("Who answers for it: @user or group:path.") List<Approver> owners,
    @Doc("Who may change its folders; empty: everybody who can open a merge request.")
        List<Approver> members,
    @Doc("Name of a review policy; another one for some environments or paths.")
        ReviewChoice review,
    @Doc("Name of an approval policy.") @Default("default") String approval,
    @Doc("What it wants otherwise in an environment, by the environment's name.")
        Map<String, Pace> pipeline,
    @Doc("What it is spoken to in: en or zh, for findings, notes and replies.") @Default("en")
        Language language,
    @Doc("Keeps the schemas as files of the repository; left out: not kept.")
        Optional<WriteBack> writeBack,
    @Doc("What is asked of ways back, and who may take one directly; left out: nothing, nobody.")
        Optional<RollbackSettings> rollback) {
  public Project {
    scripts = List.copyOf(scripts);
    owners = List.copyOf(owners);
    members = List.copyOf(members);
    pipeline = Map.copyOf(pipeline);
  }

  /** The files that Sluice writes itself: never scripts. */
  public Set<String> writtenFiles() {
    Set<String> files = new TreeSet<>();
    writeBack.ifPresent(
        w ->
            databases().stream()
                .flatMap(d -> w.environments().stream().map(e -> w.pathOf(d, e)))
                .forEach(files::add));
    return files;
  }

  /** Those that its scripts are for. */
  public SortedSet<String> databases() {
    SortedSet<String> databases = new TreeSet<>();
    scripts.forEach(s -> databases.addAll(s.databases()));
    return databases;
  }

  /** One that keeps no files and deploys as its environments say. */
  public Project(
      String name,
      String repository,
      String branch,
      List<ScriptMapping> scripts,
      List<Approver> owners,
      List<Approver> members,
      ReviewChoice review,
      String approval,
      Language language) {
    this(
        name,
        repository,
        branch,
        scripts,
        owners,
        members,
        review,
        approval,
        Map.of(),
        language,
        Optional.empty(),
        Optional.empty());
  }
}
