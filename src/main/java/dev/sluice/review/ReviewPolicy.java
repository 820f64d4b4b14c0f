package dev.sluice.review;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How strict a review is.
 *
 * @param failOn the severity from which on a finding fails the review
 * @param severities of rules that differ from their own
 * @param tableNames what a new table's name must match as a whole
 * @param columnNames what a new column's name must match as a whole
 */
public record ReviewPolicy(
    Severity failOn, Map<RuleId, Severity> severities, Pattern tableNames, Pattern columnNames) {
  /** Lower snake case: needs no quotes in any engine. */
  public static final String SNAKE_CASE = "[a-z][a-z0-9_]*";

  public static final ReviewPolicy DEFAULT =
      new ReviewPolicy(
          Severity.ERROR, Map.of(), Pattern.compile(SNAKE_CASE), Pattern.compile(SNAKE_CASE));

  public ReviewPolicy {
    severities = Map.copyOf(severities);
  }

  public Optional<Severity> severityOf(RuleId rule) {
    return Optional.ofNullable(severities.get(rule));
  }
}
