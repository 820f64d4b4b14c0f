package dev.sluice.change;

import java.util.List;

/**
 * A script and the databases that it is for.
 *
 * @param project the business line's name
 * @param databases sorted
 */
public record MappedScript(Script script, String project, List<String> databases) {
  public MappedScript {
    databases = databases.stream().sorted().toList();
  }
}
