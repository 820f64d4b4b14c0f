package dev.sluice.cli.report;

import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Severity;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.Unwaivable;
import dev.sluice.sql.Place;

/** For people: each finding with its line, a caret under the SQL, why, and what to do. */
final class TextReport {
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String BLUE = "34";
  private static final String BOLD = "1";

  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  TextReport(boolean colour) {
    this.colour = colour;
  }

  String of(Report report) {
    report.findings().forEach(finding -> finding(finding, report));
    report.blindspots().forEach(blindspot -> blindspot(blindspot, report));
    report.suppressed().forEach(this::suppressed);
    text.append(PlanTable.of(report.plans()));
    report.notes().forEach(note -> text.append(note).append('\n'));
    return text.append(summary(report)).append('\n').toString();
  }

  private void finding(Finding finding, Report report) {
    String code = colourOf(finding.severity());
    head(finding.path(), finding.place());
    text.append(paint(code, finding.severity().id()))
        .append(' ')
        .append(finding.rule())
        .append("\n  ")
        .append(paint(BOLD, finding.message()))
        .append('\n');
    excerpt(report.texts().getOrDefault(finding.path(), ""), finding.place(), code);
    text.append("  why: ").append(finding.effect()).append('\n');
    text.append("  do:  ").append(finding.remedy()).append('\n');
    finding
        .unwaivable()
        .filter(Unwaivable::ignored)
        .ifPresent(u -> text.append("  ").append(u.words()).append('\n'));
    text.append('\n');
  }

  private void blindspot(Blindspot blindspot, Report report) {
    head(blindspot.path(), blindspot.place());
    text.append(paint(YELLOW, "not fully reviewed"))
        .append("\n  ")
        .append(blindspot.reason())
        .append('\n');
    excerpt(report.texts().getOrDefault(blindspot.path(), ""), blindspot.place(), YELLOW);
    text.append('\n');
  }

  private void suppressed(SuppressedFinding suppressed) {
    Finding finding = suppressed.finding();
    head(finding.path(), finding.place());
    text.append("ignored ")
        .append(finding.rule())
        .append(": ")
        .append(suppressed.reason())
        .append("\n\n");
  }

  private void head(String path, Place place) {
    text.append(path).append(':').append(place.start()).append(' ');
  }

  private void excerpt(String file, Place place, String code) {
    String[] lines = file.split("\r?\n", -1);
    int number = place.start().line();
    if (number > lines.length) {
      return;
    }
    String line = lines[number - 1];
    int from = Math.min(place.start().column() - 1, line.length());
    int to = place.end().line() == number ? place.end().column() - 1 : line.length();
    int width = Math.max(1, Math.min(to, line.stripTrailing().length()) - from);
    String gutter = " ".repeat(String.valueOf(number).length());
    // tabs stay tabs in front of the caret, so that it stands under the SQL however wide they are
    String indent = line.substring(0, from).replaceAll("[^\t]", " ");
    text.append("  ").append(number).append(" | ").append(line).append('\n');
    text.append("  ").append(gutter).append(" | ").append(indent);
    text.append(paint(code, "^".repeat(width))).append('\n');
  }

  private String summary(Report report) {
    String counts =
        counted(report.count(Severity.ERROR), "error")
            + ", "
            + counted(report.count(Severity.WARNING), "warning")
            + ", "
            + report.count(Severity.INFO)
            + " info in "
            + counted(report.texts().size(), "file");
    String unseen =
        report.blindspots().isEmpty()
            ? ""
            : "; incomplete: "
                + counted(report.blindspots().size(), "place")
                + " not fully reviewed";
    String ignored =
        report.suppressed().isEmpty() ? "" : "; " + report.suppressed().size() + " ignored";
    return counts + unseen + ignored;
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String colourOf(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO, OFF -> BLUE;
    };
  }

  private String paint(String code, String words) {
    return colour ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
  }
}
