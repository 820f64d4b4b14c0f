package dev.sluice.config;

import dev.sluice.approval.ApprovalPolicy;
import dev.sluice.change.Environment;
import dev.sluice.config.bind.Problems;
import dev.sluice.review.ReviewPolicies;
import dev.sluice.review.ReviewPolicySettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Policies name policies and environments that exist. */
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
    policy.parent().ifPresent(parent -> parent(path + ".extends", name, parent));
  }

  private void parent(String path, String name, String parent) {
    Map<String, ReviewPolicySettings> policies = config.reviewPolicies();
    CrossChecks.known(
        path, "review policy", parent, ReviewPolicies.names(policies.keySet()), problems);
    Set<String> seen = new HashSet<>();
    Optional<String> at = Optional.of(parent);
    while (at.isPresent() && seen.add(at.get())) {
      at = Optional.ofNullable(policies.get(at.get())).flatMap(ReviewPolicySettings::parent);
    }
    boolean ready = ReviewPolicies.names(Set.of()).contains(name) && parent.equals(name);
    if (seen.contains(name) && at.isPresent() && !ready) {
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
