package dev.sluice.flow.change;

import dev.sluice.change.Change;
import dev.sluice.change.DeployedScript;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Remark;
import dev.sluice.change.ScriptMap;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChange.Kind;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Repositories;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a change out of the files that a merge request or a commit touches. */
public final class ReadChange {
  private static final Comparator<MappedScript> ORDER =
      Comparator.comparing((MappedScript s) -> s.script().name().kind())
          .thenComparing(ReadChange::version)
          .thenComparing(s -> s.script().path());

  private final Repositories repositories;
  private final MergeRequestId id;
  private final String sha;
  private final ScriptMap map;
  private final List<DeployedScript> deployed;
  private final List<MappedScript> scripts = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();

  /**
   * @param sha where the files are read
   * @param deployed what Sluice knows of the databases' scripts
   */
  public ReadChange(
      Repositories repositories,
      MergeRequestId id,
      String sha,
      ScriptMap map,
      List<DeployedScript> deployed) {
    this.repositories = repositories;
    this.id = id;
    this.sha = sha;
    this.map = map;
    this.deployed = List.copyOf(deployed);
  }

  /**
   * @param targetBranch where to look for taken versions; empty to skip it
   */
  public Change read(FileChanges changes, Optional<String> targetBranch) {
    if (!changes.complete()) {
      remark("", Remark.Level.INCOMPLETE, "GitLab did not list all files of this merge request");
    }
    changes.files().forEach(this::look);
    scripts.sort(ORDER);
    remarks.addAll(VersionChecks.check(scripts, map, onBranch(targetBranch), gone, deployed));
    return new Change(id, scripts, remarks);
  }

  private void look(FileChange file) {
    if (file.kind() == Kind.DELETED || file.kind() == Kind.RENAMED) {
      gone.add(file.oldPath());
      map.find(file.oldPath())
          .flatMap(m -> ScriptName.parse(file.oldPath()))
          .ifPresent(name -> removed(file, name));
    }
    if (file.kind() == Kind.DELETED) {
      return;
    }
    Optional<ScriptMap.Mapped> mapped = map.find(file.newPath());
    if (mapped.isEmpty()) {
      tellIgnored(file.newPath());
    } else {
      readMapped(file, mapped.get());
    }
  }

  private void removed(FileChange file, ScriptName name) {
    boolean ran = deployed.stream().anyMatch(d -> d.ran() && d.path().equals(file.oldPath()));
    boolean deleted = file.kind() == Kind.DELETED;
    if (ran && name.kind() == ScriptName.Kind.VERSIONED) {
      remark(
          file.oldPath(),
          Remark.Level.ERROR,
          "has run already and must not be "
              + (deleted ? "deleted" : "renamed")
              + "; write a new script instead");
    } else if (ran && deleted) {
      remark(
          file.oldPath(),
          Remark.Level.WARNING,
          "deleted; what it made stays in the databases until a script drops it");
    } else if (deleted) {
      remark(file.oldPath(), Remark.Level.INFO, "deleted; Sluice never ran it");
    }
  }

  private void tellIgnored(String path) {
    if (map.watches(path)) {
      remark(
          path,
          ScriptMap.isSql(path) ? Remark.Level.WARNING : Remark.Level.INFO,
          "ignored: no script mapping of the configuration matches it");
    }
  }

  private void readMapped(FileChange file, ScriptMap.Mapped mapped) {
    String path = file.newPath();
    Optional<ScriptName> name = ScriptName.parse(path);
    if (file.newMode().startsWith("12") || file.newMode().startsWith("16")) {
      remark(
          path,
          Remark.Level.INCOMPLETE,
          "is a symbolic link or submodule, which Sluice does not follow");
    } else if (!ScriptMap.isSql(path)) {
      remark(path, Remark.Level.INFO, "ignored: its name does not end in .sql");
    } else if (name.isEmpty()) {
      remark(
          path,
          Remark.Level.ERROR,
          "has no name that Sluice can order: write V<version>__<description>.sql,"
              + " <version>_<description>.sql or R__<description>.sql");
    } else if (name.get().kind() == ScriptName.Kind.UNDO) {
      remark(path, Remark.Level.INFO, "kept as the way back; it does not run by itself");
    } else if (!frozen(file, name.get())) {
      readText(path, name.get(), mapped);
    }
  }

  /** Whether an edited script must not run (again); tells so. */
  private boolean frozen(FileChange file, ScriptName name) {
    if (name.kind() != ScriptName.Kind.VERSIONED || file.kind() == Kind.ADDED) {
      return false;
    }
    List<DeployedScript> known =
        deployed.stream().filter(d -> d.path().equals(file.oldPath())).toList();
    if (file.kind() == Kind.RENAMED) {
      return known.isEmpty() && oldScriptRenamed(file, name);
    }
    if (known.stream().anyMatch(DeployedScript::ran)) {
      remark(
          file.newPath(),
          Remark.Level.ERROR,
          "has run already and must not be edited; write a new script instead");
      return true;
    }
    if (known.isEmpty()) {
      remark(
          file.newPath(),
          Remark.Level.WARNING,
          "was on the branch before Sluice deployed anything of it: the edit does not run");
      return true;
    }
    return false;
  }

  /** An old script under a new name is not a new script: it ran before Sluice came. */
  private boolean oldScriptRenamed(FileChange file, ScriptName name) {
    boolean old =
        map.find(file.oldPath())
            .flatMap(m -> ScriptName.parse(file.oldPath()))
            .filter(n -> n.kind() == ScriptName.Kind.VERSIONED)
            .filter(n -> Version.parse(n.version()).equals(Version.parse(name.version())))
            .isPresent();
    if (old) {
      remark(
          file.newPath(),
          Remark.Level.WARNING,
          "was on the branch as "
              + file.oldPath()
              + " before Sluice deployed anything of it: under its new name it does not run");
    }
    return old;
  }

  private void readText(String path, ScriptName name, ScriptMap.Mapped mapped) {
    Optional<byte[]> bytes = repositories.file(id.repository(), sha, path);
    if (bytes.isEmpty()) {
      remark(path, Remark.Level.INCOMPLETE, "could not be read at " + sha);
      return;
    }
    ScriptFile file = ScriptFile.read(path, name, bytes.get());
    if (file instanceof ScriptFile.Text text) {
      scripts.add(new MappedScript(text.script(), mapped.project(), mapped.databases()));
    } else if (file instanceof ScriptFile.Unreadable unreadable) {
      remarks.add(unreadable.remark());
    }
  }

  private List<String> onBranch(Optional<String> targetBranch) {
    return targetBranch.stream()
        .flatMap(at -> map.folders().stream().map(f -> repositories.files(id.repository(), at, f)))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static Version version(MappedScript script) {
    String version = script.script().name().version();
    return Version.parse(version.isEmpty() ? "0" : version);
  }

  private void remark(String path, Remark.Level level, String message) {
    remarks.add(new Remark(path, level, message));
  }
}
