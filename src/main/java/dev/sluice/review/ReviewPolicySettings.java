package dev.sluice.review;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Former;
import dev.sluice.setting.Written;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One entry of {@code review_policies}; what it leaves out comes from the one it extends. */
@Doc(
    "How strict the review is. There are always strict (production), standard, relaxed"
        + " (development) and default, which is standard; an entry of such a name changes it.")
@Former(key = "base", now = "is called extends now")
@Former(key = "table_names", now = "is an option now: write rules: { name-table: { pattern: … } }")
@Former(
    key = "column_names",
    now = "is an option now: write rules: { name-column: { pattern: … } }")
public record ReviewPolicySettings(
    @Written("extends")
        @Doc(
            "The policy that this one starts from; by default the ready one of its own name, else"
                + " standard.")
        Optional<String> parent,
    @Doc("The severity from which on a finding fails the review; error by default.")
        Optional<Severity> failOn,
    @Doc("By rule id: a severity, or a section with a severity and the rule's options.")
        Map<String, RuleSettings> rules,
    @Doc(
            "The version of Sluice whose rules count, like 1.4.0: those that came later only inform,"
                + " unless rules gives them a severity. Left out, all count.")
        Optional<SluiceVersion> rulesVersion,
    @Doc(
            "Whether the review counts rows on the target, as far as they concern the change: on"
                + " (the default) or off. Nothing is changed there, and nothing is asked for merge"
                + " requests from forks.")
        Optional<Probing> probes,
    @Doc("How long one such question may take; 3s by default.") Optional<Duration> probeTimeout,
    @Doc("How long all of them may take, for one target and review; 30s by default.")
        Optional<Duration> probeBudget,
    @Doc(
            "Whether the other files of the repository are searched for columns and tables that the"
                + " change drops or renames: on (the default) or off.")
        Optional<Probing> codeSearch,
    @Doc(
            "Whether the change is tried on a copy of the target's schema: on (the default) or off."
                + " SQLite's is in memory; the others need a server of their own under shadow.")
        Optional<Probing> shadow) {
  public ReviewPolicySettings {
    rules = Map.copyOf(rules);
    probeTimeout.ifPresent(t -> requirePositive("probe_timeout", t));
    probeBudget.ifPresent(t -> requirePositive("probe_budget", t));
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(key + " must be longer than nothing");
    }
  }
}
