package dev.sluice.real;

import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import java.util.Locale;

/** Compares the offline judge with the server's own parser. */
final class Judging {
  private final SyntaxJudge offline;
  private final SyntaxJudge server;
  private final Figures figures;

  Judging(SyntaxJudge offline, SyntaxJudge server, Figures figures) {
    this.offline = offline;
    this.server = server;
    this.figures = figures;
  }

  void judge(String subject, String path, Statement statement) {
    SyntaxJudge.Verdict ours = offline.judge(statement);
    SyntaxJudge.Verdict theirs = server.judge(statement);
    String key = "offline %s, server %s".formatted(word(ours), word(theirs));
    if (word(ours).equals(word(theirs))) {
      figures.add(subject, key, 1);
    } else {
      String why = why(ours) + why(theirs);
      figures.add(
          subject, key, path + ":" + statement.place().start() + why + " | " + statement.text());
    }
  }

  void count(String subject, String key) {
    figures.add(subject, key, 1);
  }

  private static String word(SyntaxJudge.Verdict verdict) {
    return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String why(SyntaxJudge.Verdict verdict) {
    if (verdict instanceof SyntaxJudge.Invalid invalid) {
      return " " + invalid.message();
    }
    return verdict instanceof SyntaxJudge.Unknown unknown ? " " + unknown.reason() : "";
  }
}
