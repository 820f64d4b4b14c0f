package dev.sluice.cli.report;

import java.util.function.Function;

/** How findings are written. */
public enum Format {
  TEXT(report -> new TextReport(false).of(report)),
  JSON(JsonReport::of),
  GITLAB(GitLabReport::of),
  SARIF(SarifReport::of);

  private final Function<Report, String> writer;

  Format(Function<Report, String> writer) {
    this.writer = writer;
  }

  /** The whole output, with a newline at its end; {@code colour} matters to text only. */
  public String write(Report report, boolean colour) {
    return this == TEXT ? new TextReport(colour).of(report) : writer.apply(report);
  }
}
