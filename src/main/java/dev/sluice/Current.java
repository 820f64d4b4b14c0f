package dev.sluice;

import dev.sluice.change.TargetName;
import dev.sluice.config.BotConfig;
import dev.sluice.flow.Landscape;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.house.HouseRules;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rules.Rules;
import dev.sluice.target.DatabaseSettings;
import dev.sluice.target.ShadowServers;
import dev.sluice.target.TargetDatabase;
import dev.sluice.target.TargetSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration in force, in the words of the use cases; swapped as a whole. */
final class Current {
  private record Both(
      Landscape landscape, Map<TargetName, TargetDatabase> targets, ShadowServers shadow) {}

  private volatile Both both;

  Current(BotConfig config) {
    this.both = of(config);
  }

  void replace(BotConfig config) {
    both = of(config);
  }

  Landscape landscape() {
    return both.landscape();
  }

  /** What there is to know of every rule, those of the house too. */
  List<RuleInfo> rules() {
    return Stream.concat(Rules.infos().stream(), landscape().houseRules().stream().map(Rule::info))
        .toList();
  }

  Map<TargetName, TargetDatabase> targets() {
    return both.targets();
  }

  ShadowServers shadow() {
    return both.shadow();
  }

  private static Both of(BotConfig config) {
    Map<String, Landscape.Database> databases =
        config.databases().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> database(e.getKey(), e.getValue())));
    Landscape landscape =
        new Landscape(
            config.environments(),
            databases,
            config.projects(),
            new ReviewPolicies(config.reviewPolicies()),
            config.approvalPolicies(),
            HouseRules.of(config.houseRules()));
    return new Both(landscape, targets(config), config.shadow());
  }

  private static Landscape.Database database(String name, DatabaseSettings settings) {
    List<TargetName> targets = settings.targets().stream().map(t -> name(name, t)).toList();
    return new Landscape.Database(settings.engine(), targets);
  }

  private static Map<TargetName, TargetDatabase> targets(BotConfig config) {
    Map<TargetName, TargetDatabase> targets = new LinkedHashMap<>();
    config
        .databases()
        .forEach(
            (name, database) -> {
              if (TargetDatabase.supports(database.engine())) {
                database
                    .targets()
                    .forEach(
                        t ->
                            targets.put(
                                name(name, t),
                                TargetDatabase.of(name(name, t), database.engine(), t)));
              }
            });
    return targets;
  }

  private static TargetName name(String database, TargetSettings target) {
    return new TargetName(database, target.environment(), target.shard().orElse(""));
  }
}
