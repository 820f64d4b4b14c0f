package dev.sluice.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.review.Finding;
import dev.sluice.review.Level;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.ReviewedTarget;
import dev.sluice.review.RuleId;
import dev.sluice.review.ScriptUnderReview;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rule.OtherNames.Elsewhere;
import dev.sluice.review.rule.OtherNames.Tool;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.sql.reader.SqlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where Sluice and Squawk speak of the same statement and where not; both see each file by itself,
 * without a database. Arguments: the folder of the migrations, and what {@code squawk --reporter
 * Json <folder>/*.sql} says of them.
 */
public final class SquawkComparison {
  private static final ReviewedTarget TARGET =
      new ReviewedTarget(TargetName.of("files", "any"), Dialect.POSTGRESQL, true, "");

  private final Figures figures = new Figures();
  private final SqlReader reader = new SqlReader();
  private final Map<String, Set<RuleId>> ours = new HashMap<>();

  private SquawkComparison() {
    Rules.all()
        .forEach(
            rule ->
                rule.info().names().elsewhere().stream()
                    .filter(e -> e.tool() == Tool.SQUAWK)
                    .map(Elsewhere::name)
                    .forEach(
                        n -> ours.computeIfAbsent(n, x -> new TreeSet<>()).add(rule.info().id())));
  }

  public static void main(String[] args) throws IOException {
    SquawkComparison comparison = new SquawkComparison();
    Map<String, List<JsonNode>> theirs = new TreeMap<>();
    for (JsonNode finding : new ObjectMapper().readTree(Path.of(args[1]).toFile())) {
      String file = Path.of(finding.path("file").asText()).getFileName() + "";
      theirs.computeIfAbsent(file, f -> new ArrayList<>()).add(finding);
    }
    for (SourceFile file : SourceFile.in(Path.of(args[0]))) {
      comparison.compare(file, theirs.getOrDefault(file.name(), List.of()));
    }
    System.out.println(comparison.figures);
    System.exit(0);
  }

  private void compare(SourceFile file, List<JsonNode> theirs) {
    ScriptUnderReview script =
        new ScriptUnderReview(file.name(), reader.read(file.text(), Dialect.POSTGRESQL));
    List<Finding> findings =
        new Reviewer(Rules.all())
            .review(
                TARGET,
                List.of(script),
                Catalog.unread(Dialect.POSTGRESQL),
                OfflineJudges.of(Dialect.POSTGRESQL),
                ReviewPolicy.ready(Level.STANDARD))
            .findings();
    Set<String> said = new TreeSet<>();
    for (JsonNode finding : theirs) {
      String rule = finding.path("rule_name").asText();
      int line = finding.path("line").asInt() + 1;
      Set<RuleId> same = ours.getOrDefault(rule, Set.of());
      Statement statement = statement(script, line, finding.path("line_end").asInt() + 1);
      String where = file.name() + ":" + line + " " + firstLine(statement.text());
      List<Finding> there = findings.stream().filter(f -> on(f, statement)).toList();
      said.addAll(same.stream().map(r -> r + "@" + statement.number()).toList());
      figures.add("Squawk " + rule, verdict(same, there), where);
    }
    findings.stream()
        .filter(f -> !said.contains(f.rule() + "@" + number(script, f)))
        .forEach(f -> figures.add("Sluice alone", f.rule().value(), f.path() + ":" + f.message()));
  }

  private static String verdict(Set<RuleId> same, List<Finding> there) {
    if (same.isEmpty()) {
      return "no rule of ours has this name";
    }
    if (there.stream().anyMatch(f -> same.contains(f.rule()))) {
      return "both";
    }
    return there.isEmpty()
        ? "Squawk alone"
        : "ours says: "
            + there.stream()
                .map(f -> f.rule().value())
                .distinct()
                .collect(Collectors.joining(", "));
  }

  private static Statement statement(ScriptUnderReview script, int line, int lastLine) {
    List<Statement> statements = script.script().statements();
    return statements.stream()
        .filter(s -> s.place().end().line() >= line && s.place().start().line() <= lastLine)
        .filter(s -> s.place().start().line() >= line || s.place().end().line() >= lastLine)
        .findFirst()
        .orElse(statements.get(statements.size() - 1));
  }

  private static int number(ScriptUnderReview script, Finding finding) {
    return script.script().statements().stream()
        .filter(s -> on(finding, s))
        .map(Statement::number)
        .findFirst()
        .orElse(0);
  }

  private static boolean on(Finding finding, Statement statement) {
    return finding.place().offset() >= statement.place().offset()
        && finding.place().offset() <= statement.place().endOffset();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
