package dev.sluice.review.rules.syntax;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.SyntaxRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.Token;
import java.util.Locale;
import java.util.Optional;

/** What the engine cannot parse, it cannot run. */
public final class RequireValidSyntax implements SyntaxRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-valid-syntax",
              Severity.ERROR,
              RuleInfo.ALL_ENGINES,
              "Scripts parse",
              new Explanation(
                  "The engine's own parser, or its grammar, refuses a statement, or the file cannot"
                      + " be split into statements. What only we do not understand is reported as"
                      + " not fully reviewed instead.",
                  "The deployment stops at this statement.",
                  "Correct the statement."))
          .formerly("syntax-error")
          .inRelaxed(Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Problem check(SyntaxJudge.Invalid verdict, Statement statement, Dialect dialect) {
    Place place = placeOf(verdict.position(), statement);
    boolean mysql = RuleInfo.MYSQL_FAMILY.contains(dialect);
    Message said = sentence(verdict.message());
    Optional<Message> foreign =
        dialect == Dialect.SQLITE ? Optional.empty() : ForeignSyntax.in(statement, mysql);
    return Confusables.in(statement)
        .findFirst()
        .map(c -> Problem.at(c.place(), "%s (the %s)", said, c.words()))
        .orElseGet(
            () -> Problem.at(place, foreign.map(f -> Message.of("%s (%s)", said, f)).orElse(said)));
  }

  @Override
  public Problem check(ParsedScript.Problem problem) {
    return Problem.at(problem.place(), sentence(problem.message()));
  }

  private static Message sentence(String message) {
    String text = message.strip().replaceAll("\\s+", " ");
    String bare =
        text.replaceFirst("\\.$", "")
            .replaceFirst("^near (.*): syntax error$", "syntax error near $1");
    return bare.toLowerCase(Locale.ROOT).startsWith("syntax error")
        ? Message.of("Syntax error%s", bare.substring("syntax error".length()))
        : Message.of("Syntax error: %s", bare);
  }

  /** The word at the position, else the last one before it. */
  private static Place placeOf(Position position, Statement statement) {
    return statement.tokens().stream()
        .map(Token::place)
        .filter(p -> p.start().compareTo(position) <= 0)
        .reduce((earlier, later) -> later)
        .orElse(statement.place());
  }
}
