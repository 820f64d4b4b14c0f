package dev.sluice.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The configured policies with what they take from their bases. */
public final class ReviewPolicies {
  private final Map<String, ReviewPolicySettings> settings;

  public ReviewPolicies(Map<String, ReviewPolicySettings> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** The policy of this name; the built-in one where there is none, as for {@code default}. */
  public ReviewPolicy named(String name) {
    return named(name, new HashSet<>());
  }

  private ReviewPolicy named(String name, Set<String> seen) {
    ReviewPolicySettings own = settings.get(name);
    if (own == null || !seen.add(name)) {
      return ReviewPolicy.DEFAULT;
    }
    ReviewPolicy base = own.base().map(parent -> named(parent, seen)).orElse(ReviewPolicy.DEFAULT);
    Map<RuleId, RuleSettings> rules = new HashMap<>(base.rules());
    own.rules()
        .forEach((rule, said) -> rules.merge(new RuleId(rule), said, (old, now) -> now.over(old)));
    return new ReviewPolicy(own.failOn().orElse(base.failOn()), rules);
  }
}
