package dev.sluice.config;

import dev.sluice.config.bind.Binder;
import dev.sluice.config.bind.Bound;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.review.rule.RuleInfo;
import java.util.List;

/** Reads and checks the text of a bot-config.yml. */
public final class ConfigReader {
  private final Surroundings surroundings;
  private final List<RuleInfo> rules;

  /**
   * @param rules that review policies may name
   */
  public ConfigReader(Surroundings surroundings, List<RuleInfo> rules) {
    this.surroundings = surroundings;
    this.rules = List.copyOf(rules);
  }

  /** Never throws for what the text says. */
  public Checked read(String yaml) {
    Bound<BotConfig> bound = Binder.bind(yaml, BotConfig.class, surroundings);
    bound.value().ifPresent(config -> CrossChecks.run(config, rules, bound.problems()));
    var problems = bound.problems().inOrder();
    return new Checked(bound.value().filter(config -> problems.isEmpty()), problems, bound.files());
  }
}
