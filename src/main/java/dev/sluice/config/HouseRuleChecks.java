package dev.sluice.config;

import dev.sluice.config.bind.Problems;
import dev.sluice.review.house.Flaws;
import dev.sluice.review.house.Flaws.Flaw;
import dev.sluice.review.house.HouseRuleSettings;
import dev.sluice.review.house.HouseRules;
import dev.sluice.review.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules of the house have ids of their own and say what can be said. */
final class HouseRuleChecks {
  private final BotConfig config;
  private final List<RuleInfo> rules;
  private final Problems problems;

  /**
   * @param rules those that Sluice brings
   */
  HouseRuleChecks(BotConfig config, List<RuleInfo> rules, Problems problems) {
    this.config = config;
    this.rules = rules;
    this.problems = problems;
  }

  /** All rules that policies may name: those of Sluice and the good ones of the house. */
  List<RuleInfo> run() {
    List<RuleInfo> all = new ArrayList<>(rules);
    config
        .houseRules()
        .forEach(
            (id, rule) -> {
              if (good("house_rules." + id, id, rule)) {
                all.addAll(HouseRules.infos(Map.of(id, rule)));
              }
            });
    return all;
  }

  private boolean good(String path, String id, HouseRuleSettings rule) {
    boolean named = named(path, id);
    List<Flaw> flaws = Flaws.of(rule);
    flaws.forEach(f -> tell(path + "." + f.key(), f));
    return named && flaws.isEmpty();
  }

  private boolean named(String path, String id) {
    if (rules.stream().anyMatch(r -> r.isCalled(id))) {
      problems.key(path, "is a rule of Sluice already; choose another id");
      return false;
    }
    if (!RuleInfo.isId(id)) {
      problems.key(
          path,
          "is no rule id: write kebab-case that begins with require-, ban-, prefer-, limit- or"
              + " name-, like ban-"
              + id.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
      return false;
    }
    return true;
  }

  private void tell(String path, Flaw flaw) {
    if (flaw.written().isEmpty()) {
      problems.value(path, flaw.reason());
    } else {
      problems.dangling(path, flaw.reason(), flaw.written(), flaw.known());
    }
  }
}
