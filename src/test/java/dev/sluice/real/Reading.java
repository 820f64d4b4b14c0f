package dev.sluice.real;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.TargetReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.sql.SQLException;
import java.util.List;

/** Reads the scripts, asks judges about each statement, and reviews all of them in one walk. */
final class Reading {
  private final Dialect dialect;
  private final Figures figures;
  private final SqlReader reader = new SqlReader();
  private final SyntaxJudge offline;

  Reading(Dialect dialect, Figures figures) {
    this.dialect = dialect;
    this.figures = figures;
    this.offline = OfflineJudges.of(dialect);
  }

  /** Without a server. */
  void read(List<SourceFile> files) {
    SyntaxJudge nobody = statement -> new SyntaxJudge.Unknown("no server");
    all(files, Catalog.unread(dialect), nobody);
  }

  void judgedBy(RealTarget target, List<SourceFile> files) throws SQLException {
    target.ask((catalog, server) -> all(files, catalog, server));
  }

  private void all(List<SourceFile> files, Catalog catalog, SyntaxJudge server) {
    List<ScriptUnderReview> scripts = files.stream().map(this::parse).toList();
    figures.add("1 input", "scripts", scripts.size());
    Judging judging = new Judging(offline, server, figures);
    Mutants mutants = new Mutants(reader, dialect, judging);
    for (ScriptUnderReview script : scripts) {
      for (Statement statement : script.script().statements()) {
        judging.judge("2 syntax, as written", script.path(), statement);
        mutants.of(script.path(), statement);
      }
    }
    review(scripts, catalog);
  }

  private ScriptUnderReview parse(SourceFile file) {
    ParsedScript script = reader.read(file.text(), dialect);
    figures.add("1 input", "bytes", file.text().length());
    figures.add("1 input", "statements", script.statements().size());
    script.problems().forEach(p -> figures.add("1 input", "problems of the splitter", at(file, p)));
    return new ScriptUnderReview(file.name(), script);
  }

  private static String at(SourceFile file, ParsedScript.Problem problem) {
    return file.name() + ":" + problem.place().start() + " " + problem.message();
  }

  private void review(List<ScriptUnderReview> scripts, Catalog catalog) {
    ReviewedTarget target = new ReviewedTarget(TargetName.of("shop", "test"), dialect, true, "");
    TargetReview review =
        new Reviewer(Rules.all()).review(target, scripts, catalog, offline, ReviewPolicy.DEFAULT);
    for (Finding finding : review.findings()) {
      String where = finding.path() + ":" + finding.place().start() + " " + finding.message();
      figures.add("4 findings, one walk from empty", finding.rule().value(), where);
    }
    for (Blindspot blindspot : review.blindspots()) {
      String where = blindspot.path() + ":" + blindspot.place().start();
      figures.add("5 not fully reviewed, offline", blindspot.reason(), where);
    }
  }
}
