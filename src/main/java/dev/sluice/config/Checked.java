package dev.sluice.config;

import dev.sluice.config.bind.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A configuration file after all checks.
 *
 * @param config there exactly when there are no problems
 * @param problems in the order of lines
 * @param files what it referred to with ${file:…}
 */
public record Checked(Optional<BotConfig> config, List<Problem> problems, Set<Path> files) {
  public Checked {
    problems = List.copyOf(problems);
    files = Set.copyOf(files);
  }
}
