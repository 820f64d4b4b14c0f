package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.util.List;
import java.util.Optional;

/** Where the schemas of a project's databases are kept as files, for everybody to read. */
@Doc("The schemas of the databases as files of the repository, committed after each deployment.")
public record WriteBack(
    @Doc("The environments whose schemas are written.") List<String> environments,
    @Doc(
            "The branch that gets the commits, by default the project's; made from the default branch"
                + " when it is missing.")
        Optional<String> branch,
    @Doc("Where the file is; {database} and {environment} are filled in.")
        @Default("schema/{database}/{environment}.sql")
        String path,
    @Doc("Whether the commits tell GitLab to run no pipeline.") @Default("true") boolean skipCi) {
  private static final String DATABASE = "{database}";
  private static final String ENVIRONMENT = "{environment}";

  public WriteBack {
    environments = List.copyOf(environments);
  }

  /** The file of a database's schema; shards of one environment share it. */
  public String pathOf(String database, String environment) {
    return path.replace(DATABASE, database).replace(ENVIRONMENT, environment);
  }

  /** Whether no two databases, or environments, share a file. */
  public boolean separates(int databases) {
    return (databases < 2 || path.contains(DATABASE))
        && (environments.size() < 2 || path.contains(ENVIRONMENT));
  }
}
