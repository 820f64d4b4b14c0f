package dev.sluice.review;

import dev.sluice.probe.ProbeLimits;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How strict a review is.
 *
 * @param level the ready policy that it starts from
 * @param failOn the severity from which on a finding fails the review
 * @param rules what differs from the ready policy
 * @param probes how long the target's rows may be asked; empty when they are not to be read
 * @param unwaivable the policy that lets nobody waive it, by rule as the policy names it
 * @param rulesVersion from which version on rules only inform; empty: all count
 */
public record ReviewPolicy(
    Level level,
    Severity failOn,
    Map<RuleId, RuleSettings> rules,
    Optional<ProbeLimits> probes,
    Looking looking,
    Map<RuleId, String> unwaivable,
    Optional<RulesVersion> rulesVersion) {
  public static final ReviewPolicy DEFAULT = ready(Level.STANDARD);

  public ReviewPolicy(Level level, Severity failOn, Map<RuleId, RuleSettings> rules) {
    this(
        level,
        failOn,
        rules,
        Optional.of(ProbeLimits.DEFAULT),
        Looking.EVERYWHERE,
        Map.of(),
        Optional.empty());
  }

  public ReviewPolicy {
    rules = Map.copyOf(rules);
    unwaivable = Map.copyOf(unwaivable);
  }

  /**
   * Who lets nobody waive a rule; empty where people may.
   *
   * @param names of the rule, now and formerly
   */
  public Optional<String> unwaivable(Stream<RuleId> names) {
    return names.flatMap(name -> Optional.ofNullable(unwaivable.get(name)).stream()).findFirst();
  }

  public static ReviewPolicy ready(Level level) {
    return new ReviewPolicy(level, Severity.ERROR, Map.of());
  }
}
