package dev.sluice;

import dev.sluice.change.BackupPolicy;
import dev.sluice.change.Environment;
import dev.sluice.change.GateSettings;
import dev.sluice.change.TargetName;
import dev.sluice.config.BotConfig;
import dev.sluice.deploy.Precautions;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.group.FindTargets;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.house.HouseRules;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rules.Rules;
import dev.sluice.store.record.DiscoveredTargets.Search;
import dev.sluice.target.DatabaseSettings;
import dev.sluice.target.ShadowServers;
import dev.sluice.target.TargetDatabase;
import dev.sluice.target.TargetSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration in force, in the words of the use cases; swapped as a whole. */
final class Current {
  private record Both(
      BotConfig config,
      Map<Search, Set<String>> found,
      Landscape landscape,
      Map<TargetName, TargetDatabase> targets) {}

  private volatile Both both;
  private volatile Supplier<Map<Search, Set<String>>> found = Map::of;

  Current(BotConfig config) {
    this.both = of(config, Map.of());
  }

  void replace(BotConfig config) {
    both = of(config, found.get());
  }

  /** From now on the databases found on servers are targets too. */
  void discoverWith(Supplier<Map<Search, Set<String>>> discovered) {
    found = discovered;
  }

  /** The configuration with what is known of the servers now. */
  private Both both() {
    Both last = both;
    Map<Search, Set<String>> now = found.get();
    if (last.found() == now) {
      return last;
    }
    Both fresh = of(last.config(), now);
    both = fresh;
    return fresh;
  }

  Landscape landscape() {
    return both().landscape();
  }

  /** What there is to know of every rule, those of the house too. */
  List<RuleInfo> rules() {
    return Stream.concat(Rules.infos().stream(), landscape().houseRules().stream().map(Rule::info))
        .toList();
  }

  Map<TargetName, TargetDatabase> targets() {
    return both().targets();
  }

  Precautions precautions(TargetName target) {
    return new Precautions(gates(target), backup(target));
  }

  /** What to keep of a target's rows: a database's own word counts before its environment's. */
  private BackupPolicy backup(TargetName target) {
    BotConfig config = both().config();
    return Optional.ofNullable(config.databases().get(target.database()))
        .flatMap(DatabaseSettings::backup)
        .or(
            () ->
                config.environments().stream()
                    .filter(e -> e.name().equals(target.environment()))
                    .map(Environment::backup)
                    .findFirst())
        .orElse(BackupPolicy.DEFAULT);
  }

  /** What must hold on a target: as its database says, else as its environment does. */
  private GateSettings gates(TargetName target) {
    BotConfig config = both().config();
    return Optional.ofNullable(config.databases().get(target.database()))
        .flatMap(DatabaseSettings::gates)
        .or(() -> landscape().environment(target.environment()).map(Environment::gates))
        .orElse(GateSettings.DEFAULT);
  }

  ShadowServers shadow() {
    return both().config().shadow();
  }

  /** The blocks of the configuration that discover their targets. */
  List<FindTargets.Pattern> patterns() {
    return both.config().databases().entrySet().stream()
        .flatMap(
            e ->
                e.getValue().targets().stream()
                    .filter(t -> t.discover().isPresent())
                    .map(t -> new FindTargets.Pattern(e.getKey(), e.getValue().engine(), t)))
        .toList();
  }

  private static Both of(BotConfig config, Map<Search, Set<String>> found) {
    Map<String, Landscape.Database> databases =
        config.databases().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> database(e.getKey(), e.getValue(), found)));
    Landscape landscape =
        new Landscape(
            config.environments(),
            databases,
            config.projects(),
            new ReviewPolicies(config.reviewPolicies()),
            config.approvalPolicies(),
            HouseRules.of(config.houseRules()));
    return new Both(config, found, landscape, targets(config, found));
  }

  private static Landscape.Database database(
      String name, DatabaseSettings settings, Map<Search, Set<String>> found) {
    Map<TargetName, TargetSettings> each = each(name, settings, found);
    Map<TargetName, Map<String, String>> labels = new LinkedHashMap<>();
    each.forEach((target, t) -> labels.put(target, t.labels()));
    return new Landscape.Database(
        settings.engine(), List.copyOf(each.keySet()), labels, settings.groups());
  }

  private static Map<TargetName, TargetDatabase> targets(
      BotConfig config, Map<Search, Set<String>> found) {
    Map<TargetName, TargetDatabase> targets = new LinkedHashMap<>();
    config
        .databases()
        .forEach(
            (name, database) -> {
              if (TargetDatabase.supports(database.engine())) {
                each(name, database, found)
                    .forEach(
                        (target, t) ->
                            targets.put(
                                target,
                                TargetDatabase.of(target, database.engine(), t)
                                    .with(database.online())));
              }
            });
    return targets;
  }

  /** Each single target of a database; of two that are found with one name the first counts. */
  private static Map<TargetName, TargetSettings> each(
      String name, DatabaseSettings settings, Map<Search, Set<String>> found) {
    Map<TargetName, TargetSettings> each = new LinkedHashMap<>();
    settings.targets().stream()
        .flatMap(t -> t.each(names(name, t, found)).stream())
        .forEach(t -> each.putIfAbsent(name(name, t), t));
    return each;
  }

  private static Set<String> names(
      String database, TargetSettings block, Map<Search, Set<String>> found) {
    return block
        .discover()
        .map(p -> found.get(new Search(database, block.environment(), p.toString())))
        .orElse(Set.of());
  }

  private static TargetName name(String database, TargetSettings target) {
    return new TargetName(database, target.environment(), target.shard().orElse(""));
  }
}
