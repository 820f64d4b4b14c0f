package dev.sluice.review.engine;

import dev.sluice.review.Replacement;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.reader.SqlReader;
import java.util.List;
import java.util.Optional;

/**
 * Tries replacements before anybody sees them: the mended statement must parse, and the rule must
 * have less to say about it. A suggestion that fails is worse than none.
 */
final class Mending {
  private final SqlReader reader;
  private final SyntaxJudge judge;
  private final ActiveRules rules;

  Mending(SqlReader reader, SyntaxJudge judge, ActiveRules rules) {
    this.reader = reader;
    this.judge = judge;
    this.rules = rules;
  }

  /** The problem with its replacement if that mends it, else without. */
  Problem tried(Problem problem, Rule rule, Scene scene, int problemsBefore) {
    return problem
        .replacement()
        .filter(
            r ->
                !within(r.place(), scene.statement().place())
                    || !mends(r, rule, scene, problemsBefore))
        .map(r -> problem.withReplacement(Optional.empty()))
        .orElse(problem);
  }

  private boolean mends(Replacement replacement, Rule rule, Scene scene, int problemsBefore) {
    Statement old = scene.statement();
    ParsedScript mended = reader.read(apply(old, replacement), scene.dialect());
    if (!mended.problems().isEmpty() || mended.statements().isEmpty()) {
      return false;
    }
    List<Statement> statements =
        mended.statements().stream().map(s -> numbered(s, old.number())).toList();
    if (statements.stream().anyMatch(s -> judge.judge(s) instanceof SyntaxJudge.Invalid)) {
      return false;
    }
    List<Directive> told =
        mended.directives().stream()
            .map(d -> new Directive(d.place(), d.verb(), d.rest(), old.number()))
            .toList();
    Scene then = told.isEmpty() ? scene : scene.with(told);
    int problems = statements.stream().mapToInt(s -> count(rule, s, then)).sum();
    return problems < problemsBefore;
  }

  private int count(Rule rule, Statement statement, Scene scene) {
    return new RuleRun(scene.within(statement, scene.inquiry()), rules).problems(rule).size();
  }

  private static String apply(Statement statement, Replacement replacement) {
    int from = replacement.place().offset() - statement.place().offset();
    return new StringBuilder(statement.text())
        .replace(from, from + replacement.place().length(), replacement.text())
        .toString();
  }

  private static boolean within(Place inner, Place outer) {
    return inner.offset() >= outer.offset() && inner.endOffset() <= outer.endOffset();
  }

  private static Statement numbered(Statement s, int number) {
    return new Statement(number, s.text(), s.place(), s.tokens(), s.tree(), s.actions(), s.data());
  }
}
