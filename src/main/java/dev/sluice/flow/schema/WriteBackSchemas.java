package dev.sluice.flow.schema;

import dev.sluice.change.Change;
import dev.sluice.change.Project;
import dev.sluice.change.TargetName;
import dev.sluice.change.WriteBack;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.LiveTargets;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.NewCommit;
import dev.sluice.mergerequest.Repository;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.MergeRequestStates;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import dev.sluice.target.Looked;
import dev.sluice.target.SchemaScript;
import dev.sluice.target.TargetDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes the schemas that a deployment has changed into the repository, one commit per branch. Safe
 * to run again at any point: what is there already is not written.
 */
public final class WriteBackSchemas {
  private static final Duration WHILE_ANOTHER_RUNS = Duration.ofSeconds(30);
  private static final int RACES = 5;
  private static final int BAD_REQUEST = 400;

  private final StoreDatabase store;
  private final CodeHost host;
  private final Supplier<Landscape> landscape;
  private final LiveTargets targets;
  private final TellWriteBack tell;

  public WriteBackSchemas(
      StoreDatabase store,
      CodeHost host,
      Supplier<Landscape> landscape,
      LiveTargets targets,
      TellWriteBack tell) {
    this.store = store;
    this.host = host;
    this.landscape = landscape;
    this.targets = targets;
    this.tell = tell;
  }

  /** A deployment that is through in an environment. */
  record Through(
      RecordedDeployment deployment, Change change, String environment, List<TargetName> targets) {}

  private record Wanted(WriteBack settings, String path, TargetName target) {}

  /**
   * @param attempt 1 at first
   */
  public Outcome run(Fence fence, long deployment, String environment, int attempt) {
    Optional<Through> through = store.read(tx -> through(tx, deployment, environment));
    if (through.isEmpty()) {
      return Outcome.done();
    }
    if (through.get().targets().stream().anyMatch(this::changesNow)) {
      return Outcome.retry("another deployment runs on a target", WHILE_ANOTHER_RUNS);
    }
    for (Map.Entry<String, List<Wanted>> branch : wanted(through.get()).entrySet()) {
      Optional<String> again =
          write(fence, through.get(), branch.getKey(), branch.getValue(), attempt);
      if (again.isPresent()) {
        return Outcome.retry(again.get());
      }
    }
    return Outcome.done();
  }

  private static Optional<Through> through(ReadTx tx, long id, String environment) {
    Optional<RecordedDeployment> deployment = Deployments.find(tx, id);
    List<RecordedRollout> there =
        Rollouts.of(tx, id).stream()
            .filter(r -> r.target().environment().equals(environment))
            .toList();
    if (deployment.isEmpty() || !there.stream().allMatch(r -> r.state().finished())) {
      return Optional.empty();
    }
    List<TargetName> done =
        there.stream()
            .filter(r -> r.state() == RolloutState.DONE)
            .map(RecordedRollout::target)
            .toList();
    return Changes.find(tx, deployment.get().mergeRequest(), deployment.get().digest())
        .map(change -> new Through(deployment.get(), change, environment, done));
  }

  private boolean changesNow(TargetName target) {
    return store
        .read(tx -> Rollouts.next(tx, target))
        .filter(r -> r.state() == RolloutState.RUNNING)
        .isPresent();
  }

  /** By branch; of several targets of a database the first stands for all. */
  private Map<String, List<Wanted>> wanted(Through through) {
    Map<String, List<Wanted>> byBranch = new TreeMap<>();
    for (String name : through.change().projects()) {
      Optional<Project> project = landscape.get().project(name);
      Optional<WriteBack> settings =
          project
              .flatMap(Project::writeBack)
              .filter(w -> w.environments().contains(through.environment()));
      if (project.isPresent() && settings.isPresent()) {
        String branch = settings.get().branch().orElse(project.get().branch());
        byBranch
            .computeIfAbsent(branch, b -> new ArrayList<>())
            .addAll(files(through, project.get(), settings.get()));
      }
    }
    return byBranch;
  }

  private static List<Wanted> files(Through through, Project project, WriteBack settings) {
    Map<String, Wanted> files = new TreeMap<>();
    for (TargetName target : through.targets()) {
      String path = settings.pathOf(target.database(), target.environment());
      if (project.databases().contains(target.database())) {
        files.putIfAbsent(path, new Wanted(settings, path, target));
      }
    }
    return List.copyOf(files.values());
  }

  /** Why it has to be tried again; empty when it is written, or told why not. */
  private Optional<String> write(
      Fence fence, Through through, String branch, List<Wanted> wanted, int attempt) {
    long repository = through.deployment().mergeRequest().repository();
    Optional<String> head = host.repositories().head(repository, branch);
    String start = head.isPresent() ? branch : defaultBranch(through);
    Optional<Map<TargetName, SchemaScript>> scripts = scripts(wanted);
    if (scripts.isEmpty()) {
      return Optional.of("a target cannot be read");
    }
    List<NewCommit.File> files = changed(through, head.orElse(start), wanted, scripts.get());
    if (files.isEmpty()) {
      return Optional.empty();
    }
    NewCommit commit =
        new NewCommit(
            branch,
            head.isPresent() ? Optional.empty() : Optional.of(start),
            message(through, wanted),
            files);
    try {
      String sha = host.writing().commit(repository, commit);
      store.update(fence, tx -> Ledger.append(tx, entry(tx.now(), through, commit, sha)));
      return Optional.empty();
    } catch (HostRefusedException e) {
      if (e.status() == BAD_REQUEST && attempt < RACES) {
        return Optional.of(e.getMessage() + "");
      }
      tell.refused(fence, through, branch, e);
      return Optional.empty();
    }
  }

  private List<NewCommit.File> changed(
      Through through, String ref, List<Wanted> wanted, Map<TargetName, SchemaScript> scripts) {
    long repository = through.deployment().mergeRequest().repository();
    List<NewCommit.File> files = new ArrayList<>();
    for (Wanted file : wanted) {
      Optional<String> there =
          host.repositories()
              .file(repository, ref, file.path())
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
      String text =
          SchemaFile.text(
              file.target().database() + "@" + file.target().environment(),
              reference(through),
              Objects.requireNonNull(scripts.get(file.target())));
      if (there.filter(t -> SchemaFile.same(t, text)).isEmpty()) {
        files.add(new NewCommit.File(file.path(), text, there.isPresent()));
      }
    }
    return files;
  }

  /** Empty while a target cannot be read: then nothing is written yet. */
  private Optional<Map<TargetName, SchemaScript>> scripts(List<Wanted> wanted) {
    Map<TargetName, SchemaScript> scripts = new TreeMap<>();
    for (Wanted file : wanted) {
      Optional<TargetDatabase> target = targets.find(file.target());
      if (target.isEmpty()
          || !(target.get().lookAtScript() instanceof Looked.Seen<SchemaScript> seen)) {
        return Optional.empty();
      }
      scripts.put(file.target(), seen.result());
    }
    return Optional.of(scripts);
  }

  private String defaultBranch(Through through) {
    return host.repositories()
        .find(Long.toString(through.deployment().mergeRequest().repository()))
        .flatMap(Repository::defaultBranch)
        .orElse(through.deployment().branch());
  }

  private String reference(Through through) {
    var id = through.deployment().mergeRequest();
    return store
            .read(tx -> MergeRequestStates.find(tx, id))
            .map(seen -> seen.repositoryPath())
            .orElse("")
        + "!"
        + id.iid();
  }

  /** Nothing in it is from outside: GitLab closes issues that a message says it closes. */
  private String message(Through through, List<Wanted> wanted) {
    boolean skip = wanted.stream().anyMatch(w -> w.settings().skipCi());
    return "Schema in "
        + through.environment()
        + " after "
        + reference(through)
        + "\n\nWritten by Sluice."
        + (skip ? "\n\n[skip ci]" : "");
  }

  private static LedgerEntry entry(Instant now, Through through, NewCommit commit, String sha) {
    return LedgerEntry.of(
            now, "sluice", "schema.written", Subject.of(through.deployment().mergeRequest()))
        .digest(through.deployment().digest())
        .details(
            Map.of(
                "branch",
                commit.branch(),
                "commit",
                sha,
                "files",
                commit.files().stream().map(NewCommit.File::path).toList()));
  }
}
