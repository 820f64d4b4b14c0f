package dev.sluice.flow.known;

import dev.sluice.change.Project;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptMap;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.HostUnavailableException;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.mergerequest.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The scripts at the heads of the followed branches, through GitLab. */
public final class BranchScripts implements ScriptSource {
  private final Supplier<Landscape> landscape;
  private final Repositories repositories;

  public BranchScripts(Supplier<Landscape> landscape, Repositories repositories) {
    this.landscape = landscape;
    this.repositories = repositories;
  }

  @Override
  public List<Script> scripts(String database) {
    try {
      return onBranches(database);
    } catch (HostUnavailableException | HostRefusedException e) {
      throw new IllegalStateException(
          "the scripts cannot be read through GitLab (%s); --scripts reads them from a checkout"
              .formatted(e.getMessage()),
          e);
    }
  }

  private List<Script> onBranches(String database) {
    List<Script> scripts = new ArrayList<>();
    for (Project project : landscape.get().projects()) {
      ScriptMap map = new ScriptMap(List.of(project));
      if (project.scripts().stream().anyMatch(s -> s.databases().contains(database))) {
        long id =
            repositories
                .find(project.repository())
                .map(Repository::id)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "GitLab does not show us " + project.repository()));
        String head =
            repositories
                .head(id, project.branch())
                .orElseThrow(
                    () -> new IllegalStateException("there is no branch " + project.branch()));
        read(map, database, id, head).forEach(scripts::add);
      }
    }
    return scripts;
  }

  private List<Script> read(ScriptMap map, String database, long id, String head) {
    return map.folders().stream()
        .flatMap(f -> repositories.files(id, head, f).stream())
        .distinct()
        .filter(ScriptMap::isSql)
        .filter(p -> map.find(p).filter(m -> m.databases().contains(database)).isPresent())
        .flatMap(p -> repositories.file(id, head, p).map(bytes -> ReadScript.of(p, bytes)).stream())
        .toList();
  }
}
