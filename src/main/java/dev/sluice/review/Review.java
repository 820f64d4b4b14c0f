package dev.sluice.review;

import dev.sluice.change.ChangeKind;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The review of a change against all its targets.
 *
 * @param findings each cause once, in the order of files and places
 * @param waived findings that a person accepted
 * @param suppressed findings that a comment in a script waives
 * @param blindspots what could not be reviewed; each once
 */
public record Review(
    List<TargetReview> targets,
    List<ReviewedFinding> findings,
    List<WaivedFinding> waived,
    List<SuppressedFinding> suppressed,
    List<Blindspot> blindspots) {
  public Review {
    targets = List.copyOf(targets);
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
    suppressed = List.copyOf(suppressed);
    blindspots = List.copyOf(blindspots);
  }

  /**
   * @param waivers what people accepted in the merge request; the last one of a finding counts, and
   *     none where the policy lets nobody waive it
   */
  public static Review of(List<TargetReview> targets, List<Waiver> waivers) {
    Map<String, Waiver> accepted =
        waivers.stream().collect(Collectors.toMap(Waiver::fingerprint, w -> w, (a, b) -> b));
    List<ReviewedFinding> open = new ArrayList<>();
    List<WaivedFinding> waived = new ArrayList<>();
    for (ReviewedFinding finding : FindingMerge.across(targets)) {
      Waiver waiver = accepted.get(finding.finding().fingerprint());
      if (waiver == null || finding.finding().unwaivable().isPresent()) {
        open.add(finding);
      } else {
        waived.add(new WaivedFinding(finding, waiver));
      }
    }
    return new Review(
        targets,
        FindingMerge.onePerPlace(open),
        waived,
        targets.stream().flatMap(t -> t.suppressed().stream()).distinct().toList(),
        targets.stream().flatMap(t -> t.blindspots().stream()).distinct().toList());
  }

  /** Failed by a finding; incomplete when something, or a target's schema, could not be seen. */
  public Verdict verdict() {
    if (findings.stream().anyMatch(ReviewedFinding::failing)) {
      return Verdict.FAILED;
    }
    boolean unseen =
        !blindspots.isEmpty() || targets.stream().anyMatch(t -> !t.catalogNote().isEmpty());
    return unseen ? Verdict.INCOMPLETE : Verdict.PASSED;
  }

  /** What only informs because it is newer than its policy; each once. */
  public List<NewRules> newRules() {
    return targets.stream().flatMap(t -> t.newRules().stream()).distinct().toList();
  }

  public long count(Severity severity) {
    return findings.stream().filter(f -> f.finding().severity() == severity).count();
  }

  /** The highest risk of any target, with the reasons of the targets that have it. */
  public RiskAssessment risk() {
    Risk risk = targets.stream().map(t -> t.risk().risk()).reduce(Risk.LOW, Risk::max);
    return new RiskAssessment(
        risk,
        targets.stream()
            .map(TargetReview::risk)
            .filter(r -> r.risk() == risk)
            .sorted(Comparator.comparing(RiskAssessment::risk).reversed())
            .flatMap(r -> r.reasons().stream())
            .distinct()
            .toList());
  }

  public Set<ChangeKind> kinds() {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    targets.stream()
        .map(TargetReview::kinds)
        .forEach((Collection<ChangeKind> k) -> kinds.addAll(k));
    return kinds;
  }
}
