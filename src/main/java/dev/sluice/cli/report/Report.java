package dev.sluice.cli.report;

import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.rule.RuleInfo;
import java.util.List;
import java.util.Map;

/**
 * What a review of files found.
 *
 * @param findings in the order of files and places
 * @param plans what each statement will do; empty unless asked for
 * @param texts path to the file's text, for every file reviewed
 * @param notes what else there is to say, each a sentence or two
 * @param houseRules that ran besides those that Sluice brings
 */
public record Report(
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    List<Blindspot> blindspots,
    List<StatementPlan> plans,
    Map<String, String> texts,
    List<String> notes,
    List<RuleInfo> houseRules) {
  public Report {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    blindspots = List.copyOf(blindspots);
    plans = List.copyOf(plans);
    texts = Map.copyOf(texts);
    notes = List.copyOf(notes);
    houseRules = List.copyOf(houseRules);
  }

  /** Without notes and rules of the house. */
  public Report(
      List<Finding> findings,
      List<SuppressedFinding> suppressed,
      List<Blindspot> blindspots,
      List<StatementPlan> plans,
      Map<String, String> texts) {
    this(findings, suppressed, blindspots, plans, texts, List.of(), List.of());
  }

  public Report withoutPlans() {
    return new Report(findings, suppressed, blindspots, List.of(), texts, notes, houseRules);
  }

  public boolean has(Severity atLeast) {
    return findings.stream().anyMatch(f -> f.severity().compareTo(atLeast) >= 0);
  }

  long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
