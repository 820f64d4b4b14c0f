package dev.sluice.review;

import dev.sluice.change.ChangeKind;
import dev.sluice.change.RiskAssessment;
import dev.sluice.change.TargetName;
import dev.sluice.probe.Trial;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The review of a change's scripts against one target.
 *
 * @param findings in the order of scripts and places; severities as the policy has them
 * @param suppressed findings that a comment in the script waives, with its reason
 * @param failOn the severity from which on a finding fails this review
 * @param catalogNote empty when the catalog was read; else why not, for the summary
 * @param newRules what only informs because it is newer than its policy, by policy
 * @param trial on a copy of the schema; empty when there was none
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
    String catalogNote,
    List<NewRules> newRules,
    Optional<Trial> trial) {
  public TargetReview {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    blindspots = List.copyOf(blindspots);
    plans = List.copyOf(plans);
    kinds = Set.copyOf(kinds);
    // those stored by an earlier version do not say
    newRules = List.copyOf(Objects.requireNonNullElse(newRules, List.of()));
    trial = Objects.requireNonNullElse(trial, Optional.empty());
  }

  /** All rules count. */
  public TargetReview(
      TargetName target,
      List<Finding> findings,
      List<SuppressedFinding> suppressed,
      List<Blindspot> blindspots,
      List<StatementPlan> plans,
      RiskAssessment risk,
      Set<ChangeKind> kinds,
      Severity failOn,
      String catalogNote) {
    this(
        target,
        findings,
        suppressed,
        blindspots,
        plans,
        risk,
        kinds,
        failOn,
        catalogNote,
        List.of(),
        Optional.empty());
  }

  public TargetReview with(List<NewRules> nowNew) {
    return with(nowNew, trial);
  }

  public TargetReview with(Optional<Trial> nowTried) {
    return with(newRules, nowTried);
  }

  private TargetReview with(List<NewRules> nowNew, Optional<Trial> nowTried) {
    return new TargetReview(
        target,
        findings,
        suppressed,
        blindspots,
        plans,
        risk,
        kinds,
        failOn,
        catalogNote,
        nowNew,
        nowTried);
  }
}
