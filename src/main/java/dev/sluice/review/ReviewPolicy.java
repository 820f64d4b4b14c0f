package dev.sluice.review;

import dev.sluice.probe.ProbeLimits;
import java.util.Map;
import java.util.Optional;

/**
 * How strict a review is.
 *
 * @param level the ready policy that it starts from
 * @param failOn the severity from which on a finding fails the review
 * @param rules what differs from the ready policy
 * @param probes how long the target's rows may be asked; empty when they are not to be read
 */
public record ReviewPolicy(
    Level level,
    Severity failOn,
    Map<RuleId, RuleSettings> rules,
    Optional<ProbeLimits> probes,
    Looking looking) {
  public static final ReviewPolicy DEFAULT = ready(Level.STANDARD);

  public ReviewPolicy(Level level, Severity failOn, Map<RuleId, RuleSettings> rules) {
    this(level, failOn, rules, Optional.of(ProbeLimits.DEFAULT), Looking.EVERYWHERE);
  }

  public ReviewPolicy {
    rules = Map.copyOf(rules);
  }

  public static ReviewPolicy ready(Level level) {
    return new ReviewPolicy(level, Severity.ERROR, Map.of());
  }
}
