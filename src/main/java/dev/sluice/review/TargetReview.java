package dev.sluice.review;

import dev.sluice.change.ChangeKind;
import dev.sluice.change.RiskAssessment;
import dev.sluice.change.TargetName;
import java.util.List;
import java.util.Set;

/**
 * The review of a change's scripts against one target.
 *
 * @param findings in the order of scripts and places; severities as the policy has them
 * @param suppressed findings that a comment in the script waives, with its reason
 * @param failOn the severity from which on a finding fails this review
 * @param catalogNote empty when the catalog was read; else why not, for the summary
 */
public record TargetReview(
    TargetName target,
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Blindspot> blindspots,
    List<StatementPlan> plans,
    RiskAssessment risk,
    Set<ChangeKind> kinds,
    Severity failOn,
    String catalogNote) {
  public TargetReview {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    blindspots = List.copyOf(blindspots);
    plans = List.copyOf(plans);
    kinds = Set.copyOf(kinds);
  }
}
