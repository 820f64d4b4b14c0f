package dev.sluice.config;

import dev.sluice.change.Glob;
import dev.sluice.change.Project;
import dev.sluice.change.ScriptMapping;
import dev.sluice.config.bind.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file belongs to one project and one set of databases, whichever pattern finds it. */
final class ScriptChecks {
  private record Mapped(String path, Project project, ScriptMapping mapping) {
    boolean sameBranch(Mapped other) {
      return project.repository().equals(other.project.repository())
          && project.branch().equals(other.project.branch());
    }

    boolean samePlace(Mapped other) {
      return project.name().equals(other.project.name())
          && Set.copyOf(mapping.databases()).equals(Set.copyOf(other.mapping.databases()));
    }
  }

  private final BotConfig config;
  private final Problems problems;

  ScriptChecks(BotConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  void run() {
    List<Mapped> all = new ArrayList<>();
    for (int i = 0; i < config.projects().size(); i++) {
      Project project = config.projects().get(i);
      for (int j = 0; j < project.scripts().size(); j++) {
        String path = "projects[" + i + "].scripts[" + j + "].path";
        if (valid(path, project.scripts().get(j).path())) {
          all.add(new Mapped(path, project, project.scripts().get(j)));
        }
      }
    }
    for (int i = 0; i < all.size(); i++) {
      overlaps(all.get(i), all.subList(0, i));
    }
  }

  private boolean valid(String path, String glob) {
    if (glob.startsWith("/") || glob.startsWith("./") || glob.contains("\\")) {
      problems.value(path, "must be relative to the top of the repository, with forward slashes");
      return false;
    }
    try {
      Glob.parse(glob);
      return true;
    } catch (IllegalArgumentException e) {
      problems.value(
          path, "is no glob: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return false;
    }
  }

  private void overlaps(Mapped one, List<Mapped> earlier) {
    for (Mapped other : earlier) {
      if (one.sameBranch(other)
          && !one.samePlace(other)
          && GlobOverlap.overlap(one.mapping.path(), other.mapping.path())) {
        problems.value(
            one.path,
            "finds files that "
                + other.path
                + " ("
                + other.mapping.path()
                + ") finds too, for another project or other databases");
      }
    }
  }
}
