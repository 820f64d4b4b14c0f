package dev.sluice.config;

import dev.sluice.change.Environment;
import dev.sluice.config.bind.Problems;
import dev.sluice.sql.Dialect;
import dev.sluice.target.DatabaseSettings;
import dev.sluice.target.GroupSettings;
import dev.sluice.target.TargetSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every database has targets, each in a known environment and behind an address of its own. */
final class DatabaseChecks {
  private static final Map<Dialect, List<String>> SCHEMES =
      Map.of(
          Dialect.POSTGRESQL, List.of("jdbc:postgresql:"),
          Dialect.MYSQL, List.of("jdbc:mysql:", "jdbc:mariadb:"),
          Dialect.MARIADB, List.of("jdbc:mariadb:"),
          Dialect.SQLITE, List.of("jdbc:sqlite:"));

  private final BotConfig config;
  private final Problems problems;

  DatabaseChecks(BotConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  void run() {
    config.databases().forEach(this::database);
  }

  private void database(String name, DatabaseSettings database) {
    String path = "databases." + name;
    CrossChecks.name(path, name, problems);
    if (database.targets().isEmpty()) {
      problems.key(path, "has no targets: name the environments it exists in");
    }
    Map<String, String> places = new HashMap<>();
    Map<String, String> urls = new HashMap<>();
    for (int i = 0; i < database.targets().size(); i++) {
      String at = path + ".targets[" + i + "]";
      target(at, database.targets().get(i), database.engine());
      for (TargetSettings target : database.targets().get(i).each(List.of())) {
        alone(at, name, target, places, urls);
      }
    }
    database.groups().forEach((environment, group) -> group(path, environment, group, database));
  }

  /** No other target has its name or its address. */
  private void alone(
      String at,
      String name,
      TargetSettings target,
      Map<String, String> places,
      Map<String, String> urls) {
    String full = name + "@" + target.environment() + target.shard().map(s -> "/" + s).orElse("");
    if (places.putIfAbsent(full, full) != null) {
      problems.value(at, "there is already a target " + full + "; several need a shard each");
    }
    String other = urls.putIfAbsent(target.url(), full);
    if (other != null && !other.equals(full)) {
      problems.value(at + ".url", "is also the address of " + other);
    }
  }

  private void group(
      String path, String environment, GroupSettings group, DatabaseSettings database) {
    String at = path + ".groups." + environment;
    List<TargetSettings> here =
        database.targets().stream().filter(t -> t.environment().equals(environment)).toList();
    if (here.stream().noneMatch(TargetSettings::several) && here.size() < 2) {
      problems.key(at, "there are not several targets in that environment");
    }
    Map<String, String> wanted = group.canary().labels();
    boolean canary =
        here.stream()
            .anyMatch(
                t ->
                    t.discover().isPresent()
                        || t.labels().entrySet().containsAll(wanted.entrySet()));
    if (!wanted.isEmpty() && !canary) {
      problems.key(at + ".canary", "no target of that environment has these labels");
    }
  }

  private void target(String path, TargetSettings target, Dialect engine) {
    List<String> environments = config.environments().stream().map(Environment::name).toList();
    CrossChecks.known(
        path + ".environment", "environment", target.environment(), environments, problems);
    target.shard().ifPresent(shard -> CrossChecks.name(path + ".shard", shard, problems));
    List<String> schemes = SCHEMES.getOrDefault(engine, List.of());
    if (schemes.stream().noneMatch(target.url()::startsWith)) {
      problems.value(
          path + ".url", "must begin with " + String.join(" or ", schemes) + " for " + engine.id());
    }
  }
}
