package dev.sluice.cli.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.review.Finding;
import dev.sluice.review.Severity;

/** GitLab's Code Quality artifact: an array of issues (docs.gitlab.com/ci/testing/code_quality). */
final class GitLabReport {
  private GitLabReport() {}

  static String of(Report report) {
    ArrayNode issues = new ObjectMapper().createArrayNode();
    for (Finding finding : report.findings()) {
      var location =
          issues
              .addObject()
              .put("description", finding.message())
              .put("check_name", finding.rule().value())
              .put("fingerprint", finding.fingerprint())
              .put("severity", severity(finding.severity()))
              .putObject("location");
      location.put("path", finding.path());
      location.putObject("lines").put("begin", finding.place().start().line());
    }
    return issues.toPrettyString() + "\n";
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO, OFF -> "info";
    };
  }
}
