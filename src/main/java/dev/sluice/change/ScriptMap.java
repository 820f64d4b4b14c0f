package dev.sluice.change;

import dev.sluice.mergerequest.FileChanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which database a file is for, by the scripts of the projects that share a repository. */
public final class ScriptMap {
  private record Entry(Project project, Glob glob, List<String> databases) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> written = new HashSet<>();

  /**
   * @param projects those of one repository and branch
   */
  public ScriptMap(List<Project> projects) {
    for (Project project : projects) {
      written.addAll(project.writtenFiles());
      for (ScriptMapping mapping : project.scripts()) {
        entries.add(new Entry(project, Glob.parse(mapping.path()), mapping.databases()));
      }
    }
  }

  /** The project and the databases that a path is mapped to; none for what Sluice writes itself. */
  public Optional<Mapped> find(String path) {
    if (written.contains(path)) {
      return Optional.empty();
    }
    List<Entry> hits = entries.stream().filter(e -> e.glob.matches(path)).toList();
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    SortedSet<String> databases = new TreeSet<>();
    hits.forEach(e -> databases.addAll(e.databases));
    return Optional.of(new Mapped(hits.get(0).project.name(), List.copyOf(databases)));
  }

  /** The databases of all files, under their old and new paths. */
  public SortedSet<String> databasesOf(FileChanges changes) {
    SortedSet<String> databases = new TreeSet<>();
    changes.files().stream()
        .flatMap(f -> Stream.of(f.oldPath(), f.newPath()))
        .flatMap(p -> find(p).stream())
        .forEach(m -> databases.addAll(m.databases()));
    return databases;
  }

  /**
   * Whether a path lies in a folder that some mapping watches, so that ignoring it must be told. A
   * pattern without a folder watches SQL files only: else it would tell of everything.
   */
  public boolean watches(String path) {
    return !written.contains(path)
        && entries.stream()
            .map(e -> e.glob.folder())
            .anyMatch(f -> path.startsWith(f) && (!f.isEmpty() || isSql(path)));
  }

  /** Whether nothing but files that Sluice writes itself are changed. */
  public boolean onlyWritten(FileChanges changes) {
    return changes.complete()
        && !changes.files().isEmpty()
        && changes.files().stream()
            .allMatch(f -> written.contains(f.oldPath()) && written.contains(f.newPath()));
  }

  /** By its name. */
  public static boolean isSql(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".sql");
  }

  /** Folders that hold scripts, for looking at what the target branch has already. */
  public SortedSet<String> folders() {
    SortedSet<String> folders = new TreeSet<>();
    entries.forEach(e -> folders.add(e.glob.folder()));
    return folders;
  }

  /** Where a path belongs. */
  public record Mapped(String project, List<String> databases) {}
}
