package dev.sluice.review;

import java.util.Map;

/**
 * How strict a review is.
 *
 * @param level the ready policy that it starts from
 * @param failOn the severity from which on a finding fails the review
 * @param rules what differs from the ready policy
 */
public record ReviewPolicy(Level level, Severity failOn, Map<RuleId, RuleSettings> rules) {
  public static final ReviewPolicy DEFAULT = ready(Level.STANDARD);

  public ReviewPolicy {
    rules = Map.copyOf(rules);
  }

  public static ReviewPolicy ready(Level level) {
    return new ReviewPolicy(level, Severity.ERROR, Map.of());
  }
}
