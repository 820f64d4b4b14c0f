package dev.sluice.cli.report;

/** How findings are written. */
public enum Format {
  TEXT,
  JSON,
  GITLAB,
  SARIF;

  /** The whole output, with a newline at its end; {@code colour} matters to text only. */
  public String write(Report report, boolean colour) {
    return switch (this) {
      case TEXT -> new TextReport(colour).of(report);
      case JSON -> JsonReport.of(report);
      case GITLAB -> GitLabReport.of(report);
      case SARIF -> SarifReport.of(report);
    };
  }
}
