package dev.sluice.review;

import java.util.Map;

/**
 * How strict a review is.
 *
 * @param failOn the severity from which on a finding fails the review
 * @param rules what differs from the rules' own defaults
 */
public record ReviewPolicy(Severity failOn, Map<RuleId, RuleSettings> rules) {
  public static final ReviewPolicy DEFAULT = new ReviewPolicy(Severity.ERROR, Map.of());

  public ReviewPolicy {
    rules = Map.copyOf(rules);
  }
}
