package dev.sluice.cli.report;

import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.SuppressedFinding;
import java.util.List;
import java.util.Map;

/**
 * What a review of files found.
 *
 * @param findings in the order of files and places
 * @param plans what each statement will do; empty unless asked for
 * @param texts path to the file's text, for every file reviewed
 */
public record Report(
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Blindspot> blindspots,
    List<StatementPlan> plans,
    Map<String, String> texts) {
  public Report {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    blindspots = List.copyOf(blindspots);
    plans = List.copyOf(plans);
    texts = Map.copyOf(texts);
  }

  public Report withoutPlans() {
    return new Report(findings, suppressed, blindspots, List.of(), texts);
  }

  public boolean has(Severity atLeast) {
    return findings.stream().anyMatch(f -> f.severity().compareTo(atLeast) >= 0);
  }

  long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
