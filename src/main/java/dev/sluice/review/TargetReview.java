package dev.sluice.review;

import dev.sluice.change.ChangeKind;
import dev.sluice.change.RiskAssessment;
import dev.sluice.change.TargetName;
import java.util.List;
import java.util.Set;

/**
 * The review of a change's scripts against one target.
 *
 * @param catalogNote empty when the catalog was read; else why not, for the summary
 */
public record TargetReview(
    TargetName target,
    List<Finding> findings,
    List<Blindspot> blindspots,
    List<StatementPlan> plans,
    RiskAssessment risk,
    Set<ChangeKind> kinds,
    String catalogNote) {
  public TargetReview {
    findings = List.copyOf(findings);
    blindspots = List.copyOf(blindspots);
    plans = List.copyOf(plans);
    kinds = Set.copyOf(kinds);
  }
}
