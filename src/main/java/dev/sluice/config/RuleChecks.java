package dev.sluice.config;

import dev.sluice.config.bind.Problems;
import dev.sluice.review.ReviewPolicySettings;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.RuleInfo;
import java.util.List;
import java.util.Optional;

/** Policies name rules that exist, and set options that those have to what they can be. */
final class RuleChecks {
  private final BotConfig config;
  private final List<RuleInfo> rules;
  private final Problems problems;

  RuleChecks(BotConfig config, List<RuleInfo> rules, Problems problems) {
    this.config = config;
    this.rules = rules;
    this.problems = problems;
  }

  void run() {
    config.reviewPolicies().forEach(this::policy);
  }

  private void policy(String name, ReviewPolicySettings policy) {
    policy
        .rules()
        .forEach((id, said) -> rule("review_policies." + name + ".rules." + id, id, said));
  }

  private void rule(String path, String id, RuleSettings said) {
    Optional<RuleInfo> rule = rules.stream().filter(r -> r.isCalled(id)).findFirst();
    if (rule.isEmpty()) {
      List<String> ids = rules.stream().flatMap(RuleInfo::ids).map(i -> i.value()).toList();
      problems.danglingKey(path, "rule", id, ids);
      return;
    }
    said.options().forEach((name, values) -> option(path, rule.get(), name, values));
  }

  private void option(String path, RuleInfo rule, String name, List<String> values) {
    Optional<Option<?>> option =
        rule.options().stream().filter(o -> o.name().equals(name)).findFirst();
    if (option.isPresent()) {
      Options.problem(option.get(), values)
          .ifPresent(reason -> problems.value(path + "." + name, reason));
      return;
    }
    List<String> names = rule.options().stream().map(Option::name).toList();
    if (names.isEmpty()) {
      problems.key(path + "." + name, "is no key: " + rule.id() + " has a severity and no options");
    } else {
      problems.danglingKey(path + "." + name, "option of " + rule.id(), name, names);
    }
  }
}
