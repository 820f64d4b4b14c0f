package dev.sluice.review;

import dev.sluice.probe.ProbeLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ready policies and the configured ones, with what these take from what they extend. */
public final class ReviewPolicies {
  /** The policy of whoever names none. */
  public static final String DEFAULT = "default";

  private final Map<String, ReviewPolicySettings> settings;

  public ReviewPolicies(Map<String, ReviewPolicySettings> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Every name that a project may give. */
  public static Set<String> names(Set<String> configured) {
    Set<String> names = new TreeSet<>(configured);
    names.add(DEFAULT);
    Arrays.stream(Level.values()).map(Level::id).forEach(names::add);
    return names;
  }

  /** The policy of this name; the standard one where there is none, as for {@code default}. */
  public ReviewPolicy named(String name) {
    return named(name, new HashSet<>());
  }

  private ReviewPolicy named(String name, Set<String> seen) {
    ReviewPolicySettings own = settings.get(name);
    if (own == null || !seen.add(name)) {
      return ready(name);
    }
    String parent = own.parent().orElse(name);
    ReviewPolicy base = parent.equals(name) ? ready(name) : named(parent, seen);
    Map<RuleId, RuleSettings> rules = new HashMap<>(base.rules());
    own.rules()
        .forEach((rule, said) -> rules.merge(new RuleId(rule), said, (old, now) -> now.over(old)));
    return new ReviewPolicy(
        base.level(),
        own.failOn().orElse(base.failOn()),
        rules,
        probes(own, base),
        new Looking(
            own.codeSearch().map(Probing.ON::equals).orElse(base.looking().code()),
            own.shadow().map(Probing.ON::equals).orElse(base.looking().shadow())),
        unwaivable(name, own, base),
        own.rulesVersion().map(v -> new RulesVersion(name, v)).or(base::rulesVersion));
  }

  /** Who says so is the policy whose word counts, which an extending one may take back. */
  private static Map<RuleId, String> unwaivable(
      String name, ReviewPolicySettings own, ReviewPolicy base) {
    Map<RuleId, String> rules = new HashMap<>(base.unwaivable());
    own.rules()
        .forEach(
            (rule, said) -> {
              if (said.waivable().isPresent()) {
                rules.remove(new RuleId(rule));
              }
              if (said.waivable().filter(yes -> !yes).isPresent()) {
                rules.put(new RuleId(rule), name);
              }
            });
    return rules;
  }

  private static ReviewPolicy ready(String name) {
    return ReviewPolicy.ready(Level.named(name).orElse(Level.STANDARD));
  }

  private static Optional<ProbeLimits> probes(ReviewPolicySettings own, ReviewPolicy base) {
    Probing inherited = base.probes().isPresent() ? Probing.ON : Probing.OFF;
    if (own.probes().orElse(inherited) == Probing.OFF) {
      return Optional.empty();
    }
    ProbeLimits limits = base.probes().orElse(ProbeLimits.DEFAULT);
    return Optional.of(
        new ProbeLimits(
            own.probeTimeout().orElse(limits.each()), own.probeBudget().orElse(limits.total())));
  }
}
