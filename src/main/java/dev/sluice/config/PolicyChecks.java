package dev.sluice.config;

import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.change.Environment;
import dev.sluice.config.bind.Problems;
import dev.sluice.review.ReviewPolicySettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policies name bases and environments that exist. */
final class PolicyChecks {
  private final BotConfig config;
  private final Problems problems;

  PolicyChecks(BotConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  void run() {
    config.reviewPolicies().forEach(this::review);
    config.approvalPolicies().forEach(this::approval);
  }

  private void review(String name, ReviewPolicySettings policy) {
    String path = "review_policies." + name;
    if (policy.base().isPresent()) {
      base(path + ".base", name, policy.base().get());
    }
  }

  private void base(String path, String name, String base) {
    if (!base.equals(BotConfig.DEFAULT_POLICY)) {
      CrossChecks.known(path, "review policy", base, config.reviewPolicies().keySet(), problems);
    }
    Set<String> seen = new HashSet<>(Set.of(name));
    Optional<String> at = Optional.of(base);
    while (at.isPresent() && seen.add(at.get())) {
      at = Optional.ofNullable(config.reviewPolicies().get(at.get())).flatMap(p -> p.base());
    }
    if (at.filter(name::equals).isPresent()) {
      problems.value(path, "goes round in a circle");
    }
  }

  private void approval(String name, ApprovalPolicy policy) {
    List<String> environments = config.environments().stream().map(Environment::name).toList();
    for (int i = 0; i < policy.rules().size(); i++) {
      String path = "approval_policies." + name + ".rules[" + i + "].when.environment";
      for (String environment : policy.rules().get(i).when().environment()) {
        CrossChecks.known(path, "environment", environment, environments, problems);
      }
    }
  }
}
