package dev.sluice.change;

import dev.sluice.setting.Doc;
import java.util.List;

/** Which files of a repository belong to which databases. */
@Doc("Files and the databases they are for.")
public record ScriptMapping(
    @Doc("A glob over paths in the repository: orders/**/*.sql.") String path,
    @Doc("Names of databases, each with a target in some environments.") List<String> databases) {
  public ScriptMapping {
    databases = List.copyOf(databases);
  }
}
