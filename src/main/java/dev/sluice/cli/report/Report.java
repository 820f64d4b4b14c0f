package dev.sluice.cli.report;

import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Severity;
import dev.sluice.review.SuppressedFinding;
import java.util.List;
import java.util.Map;

/**
 * What a review of files found.
 *
 * @param findings in the order of files and places
 * @param texts path to the file's text, for every file reviewed
 */
public record Report(
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Blindspot> blindspots,
    Map<String, String> texts) {
  public Report {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    blindspots = List.copyOf(blindspots);
    texts = Map.copyOf(texts);
  }

  public boolean has(Severity atLeast) {
    return findings.stream().anyMatch(f -> f.severity().compareTo(atLeast) >= 0);
  }

  long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
