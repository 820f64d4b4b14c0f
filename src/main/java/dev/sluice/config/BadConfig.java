package dev.sluice.config;

import dev.sluice.config.bind.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration that Sluice was to start with has problems. */
public final class BadConfig extends RuntimeException {
  private final transient List<Problem> problems;

  public BadConfig(Path file, List<Problem> problems) {
    super(problems.stream().map(problem -> file + ":" + problem).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
