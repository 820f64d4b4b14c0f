package dev.sluice.cli;

import dev.sluice.change.Environment;
import dev.sluice.change.Glob;
import dev.sluice.change.Project;
import dev.sluice.change.ScriptMapping;
import dev.sluice.cli.OfflineReview.Batch;
import dev.sluice.config.BotConfig;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.sql.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts files by how they are reviewed: as the configuration maps them, else by the command. */
final class Batches {
  private record How(Dialect dialect, ReviewPolicy policy) {}

  private final Optional<BotConfig> config;
  private final Optional<Dialect> dialect;
  private final Map<How, Map<String, String>> batches = new LinkedHashMap<>();

  Batches(Optional<BotConfig> config, Optional<Dialect> dialect) {
    this.config = config;
    this.dialect = dialect;
  }

  /** Throws {@link CommandFailed} for a file whose dialect nobody says. */
  List<Batch> of(List<Path> files) {
    for (Path file : files) {
      String path = file.normalize().toString().replace('\\', '/');
      String text = SqlFiles.text(file);
      for (How how : ways(path)) {
        batches.computeIfAbsent(how, h -> new LinkedHashMap<>()).put(path, text);
      }
    }
    List<Batch> sorted = new ArrayList<>();
    batches.forEach((how, texts) -> sorted.add(new Batch(how.dialect, how.policy, texts)));
    return sorted;
  }

  private List<How> ways(String path) {
    List<How> mapped = config.map(c -> mapped(c, path)).orElse(List.of());
    if (!mapped.isEmpty()) {
      return mapped;
    }
    Dialect given =
        dialect.orElseThrow(
            () ->
                new CommandFailed(
                    path
                        + ": say its --dialect"
                        + config.map(c -> ", no project maps it").orElse("")));
    return List.of(new How(given, ReviewPolicy.DEFAULT));
  }

  /** Files without a target are reviewed as strictly as where they will end up. */
  private static String lastEnvironment(BotConfig botConfig) {
    List<Environment> all = botConfig.environments();
    return all.isEmpty() ? "" : all.get(all.size() - 1).name();
  }

  private List<How> mapped(BotConfig botConfig, String path) {
    ReviewPolicies policies = new ReviewPolicies(botConfig.reviewPolicies());
    String last = lastEnvironment(botConfig);
    List<How> ways = new ArrayList<>();
    for (Project project : botConfig.projects()) {
      for (ScriptMapping mapping : project.scripts()) {
        if (Glob.parse(mapping.path()).matches(path)) {
          mapping.databases().stream()
              .flatMap(name -> botConfig.dialect(name).stream())
              .map(engine -> new How(engine, policies.named(project.review().in(last, path))))
              .forEach(ways::add);
        }
      }
    }
    return ways.stream().distinct().toList();
  }
}
