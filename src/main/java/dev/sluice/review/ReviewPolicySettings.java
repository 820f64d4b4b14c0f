package dev.sluice.review;

import dev.sluice.setting.Doc;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One entry of {@code review_policies}; what it leaves out comes from its base. */
@Doc("How strict the review is. The policy named default exists without being written.")
public record ReviewPolicySettings(
    @Doc("The policy that this one starts from; by default the built-in one.")
        Optional<String> base,
    @Doc("The severity from which on a finding fails the review; error by default.")
        Optional<Severity> failOn,
    @Doc("Severity by rule id: off, info, warning or error. See docs/rules.")
        Map<String, Severity> rules,
    @Doc("Regular expression that names of new tables match as a whole; snake case by default.")
        Optional<String> tableNames,
    @Doc("Regular expression that names of new columns match as a whole; snake case by default.")
        Optional<String> columnNames) {
  public ReviewPolicySettings {
    rules = Map.copyOf(rules);
    tableNames.ifPresent(ReviewPolicySettings::compile);
    columnNames.ifPresent(ReviewPolicySettings::compile);
  }

  static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is no regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
    }
  }
}
