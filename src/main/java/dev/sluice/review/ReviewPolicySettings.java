package dev.sluice.review;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Former;
import java.util.Map;
import java.util.Optional;

/** One entry of {@code review_policies}; what it leaves out comes from its base. */
@Doc("How strict the review is. The policy named default exists without being written.")
@Former(key = "table_names", now = "is an option now: write rules: { name-table: { pattern: … } }")
@Former(
    key = "column_names",
    now = "is an option now: write rules: { name-column: { pattern: … } }")
public record ReviewPolicySettings(
    @Doc("The policy that this one starts from; by default the built-in one.")
        Optional<String> base,
    @Doc("The severity from which on a finding fails the review; error by default.")
        Optional<Severity> failOn,
    @Doc("By rule id: a severity, or a section with a severity and the rule's options.")
        Map<String, RuleSettings> rules) {
  public ReviewPolicySettings {
    rules = Map.copyOf(rules);
  }
}
