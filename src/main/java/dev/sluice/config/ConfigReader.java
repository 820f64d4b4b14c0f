package dev.sluice.config;

import dev.sluice.config.bind.Binder;
import dev.sluice.config.bind.Bound;
import dev.sluice.config.bind.Surroundings;
import java.util.Set;

/** Reads and checks the text of a bot-config.yml. */
public final class ConfigReader {
  private final Surroundings surroundings;
  private final Set<String> ruleIds;

  /**
   * @param ruleIds the rules that review policies may name
   */
  public ConfigReader(Surroundings surroundings, Set<String> ruleIds) {
    this.surroundings = surroundings;
    this.ruleIds = Set.copyOf(ruleIds);
  }

  /** Never throws for what the text says. */
  public Checked read(String yaml) {
    Bound<BotConfig> bound = Binder.bind(yaml, BotConfig.class, surroundings);
    bound.value().ifPresent(config -> CrossChecks.run(config, ruleIds, bound.problems()));
    var problems = bound.problems().inOrder();
    return new Checked(bound.value().filter(config -> problems.isEmpty()), problems, bound.files());
  }
}
