package dev.sluice.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The configured policies with what they take from their bases. */
public final class ReviewPolicies {
  private static final String DEFAULT = "default";

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
    Map<RuleId, Severity> severities = new HashMap<>(base.severities());
    own.rules().forEach((rule, severity) -> severities.put(new RuleId(rule), severity));
    return new ReviewPolicy(
        own.failOn().orElse(base.failOn()),
        severities,
        pattern(own.tableNames(), base.tableNames()),
        pattern(own.columnNames(), base.columnNames()));
  }

  private static Pattern pattern(Optional<String> own, Pattern base) {
    return own.map(ReviewPolicySettings::compile).orElse(base);
  }

  /**
   * What the settings name and is not there, one sentence each: a typing error in a rule's id would
   * otherwise change nothing, silently.
   *
   * @param ruleNames ids and former ids of all rules
   */
  public List<String> problems(Set<String> ruleNames) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(settings)
        .forEach(
            (name, own) -> {
              own.base()
                  .filter(base -> !settings.containsKey(base) && !base.equals(DEFAULT))
                  .ifPresent(base -> problems.add(name + ".base: there is no policy " + base));
              own.rules().keySet().stream()
                  .filter(rule -> !ruleNames.contains(rule))
                  .sorted()
                  .forEach(rule -> problems.add(name + ".rules: there is no rule " + rule));
              if (circles(name)) {
                problems.add(name + ".base: leads back to " + name);
              }
            });
    return problems;
  }

  private boolean circles(String name) {
    Set<String> seen = new HashSet<>();
    Optional<String> next = base(name);
    while (next.isPresent() && seen.add(next.get())) {
      next = base(next.get());
    }
    return seen.contains(name);
  }

  private Optional<String> base(String name) {
    return Optional.ofNullable(settings.get(name)).flatMap(ReviewPolicySettings::base);
  }
}
