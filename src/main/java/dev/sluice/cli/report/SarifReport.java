package dev.sluice.cli.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.review.Finding;
import dev.sluice.review.Severity;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.stream.Stream;

/** SARIF 2.1.0, for editors and code scanning. */
final class SarifReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<RuleInfo> rules;

  private SarifReport(List<RuleInfo> houseRules) {
    this.rules = Stream.concat(Rules.infos().stream(), houseRules.stream()).toList();
  }

  static String of(Report report) {
    return new SarifReport(report.houseRules()).log(report).toPrettyString() + "\n";
  }

  private ObjectNode log(Report report) {
    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    driver(run.putObject("tool").putObject("driver"));
    // our columns are Java's: UTF-16 code units
    run.put("columnKind", "utf16CodeUnits");
    notifications(run.putArray("invocations").addObject(), report);
    ArrayNode results = run.putArray("results");
    report.findings().forEach(finding -> results.add(result(finding)));
    report.suppressed().forEach(s -> results.add(suppressed(s)));
    return log;
  }

  private void driver(ObjectNode driver) {
    driver.put("name", "Sluice");
    ArrayNode nodes = driver.putArray("rules");
    for (RuleInfo rule : rules) {
      ObjectNode node = nodes.addObject().put("id", rule.id().value());
      node.putObject("shortDescription").put("text", rule.title());
      node.putObject("fullDescription").put("text", rule.explanation().effect());
      node.putObject("help").put("text", rule.explanation().remedy());
      node.putObject("defaultConfiguration").put("level", level(rule.severity()));
    }
  }

  private static void notifications(ObjectNode invocation, Report report) {
    invocation.put("executionSuccessful", true);
    ArrayNode nodes = invocation.putArray("toolExecutionNotifications");
    report
        .blindspots()
        .forEach(
            blindspot -> {
              ObjectNode node = nodes.addObject().put("level", "warning");
              node.putObject("message").put("text", "Not fully reviewed: " + blindspot.reason());
              node.putArray("locations").add(location(blindspot.path(), blindspot.place()));
            });
    report
        .notes()
        .forEach(
            note -> nodes.addObject().put("level", "note").putObject("message").put("text", note));
  }

  private ObjectNode result(Finding finding) {
    ObjectNode result = JSON.createObjectNode().put("ruleId", finding.rule().value());
    int index = rules.stream().map(RuleInfo::id).toList().indexOf(finding.rule());
    if (index >= 0) {
      result.put("ruleIndex", index);
    }
    result.put("level", level(finding.severity()));
    result.putObject("message").put("text", finding.message() + " " + finding.remedy());
    result.putArray("locations").add(location(finding.path(), finding.place()));
    result.putObject("partialFingerprints").put("sluice/v1", finding.fingerprint());
    finding
        .replacement()
        .ifPresent(
            replacement -> {
              ObjectNode fix = result.putArray("fixes").addObject();
              fix.putObject("description").put("text", finding.remedy());
              ObjectNode change = fix.putArray("artifactChanges").addObject();
              change.putObject("artifactLocation").put("uri", uri(finding.path()));
              ObjectNode edit = change.putArray("replacements").addObject();
              edit.set("deletedRegion", region(replacement.place()));
              edit.putObject("insertedContent").put("text", replacement.text());
            });
    return result;
  }

  private ObjectNode suppressed(SuppressedFinding suppressed) {
    ObjectNode result = result(suppressed.finding());
    result
        .putArray("suppressions")
        .addObject()
        .put("kind", "inSource")
        .put("justification", suppressed.reason());
    return result;
  }

  private static ObjectNode location(String path, Place place) {
    ObjectNode location = JSON.createObjectNode();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(path));
    physical.set("region", region(place));
    return location;
  }

  private static ObjectNode region(Place place) {
    return JSON.createObjectNode()
        .put("startLine", place.start().line())
        .put("startColumn", place.start().column())
        .put("endLine", place.end().line())
        .put("endColumn", place.end().column());
  }

  /** A path as a URI: blanks and the like are escaped. */
  private static String uri(String path) {
    return java.nio.file.Path.of(path).isAbsolute()
        ? java.nio.file.Path.of(path).toUri().toString()
        : new java.io.File("/" + path).toURI().getRawPath().substring(1);
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
      case OFF -> "none";
    };
  }
}
