package dev.sluice.approval;

import dev.sluice.change.ChangeKind;
import dev.sluice.change.Risk;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who must approve what. */
@Doc("Who must approve what, by risk, environment and kind.")
public record ApprovalPolicy(
    @Doc("The first rule that fits decides; when none fits, nobody has to approve.")
        List<ApprovalRule> rules,
    @Doc("Whether the author of the merge request may approve it.") @Default("deny") Voice author,
    @Doc(
            "Whether people who committed to it may; commits that only apply Sluice's own suggestions"
                + " do not count.")
        @Default("deny")
        Voice committers,
    @Doc("Whether the author may approve when nobody else could.") @Default("deny")
        Voice soleApprover,
    @Doc("How long an approval holds, e.g. 72h; for ever when left out.")
        Optional<Duration> expires) {
  public ApprovalPolicy {
    rules = List.copyOf(rules);
  }

  /** Whether somebody's word counts. */
  public enum Voice {
    @Doc("Does not count.")
    DENY,
    @Doc("Counts like anybody else's.")
    ALLOW
  }

  /** The demands of the first rule that fits. */
  public List<Demand> demands(Risk risk, String environment, Set<ChangeKind> kinds) {
    return rules.stream()
        .filter(r -> r.when().fits(risk, environment, kinds))
        .findFirst()
        .map(ApprovalRule::require)
        .orElse(List.of());
  }
}
