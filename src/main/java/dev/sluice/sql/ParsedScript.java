package dev.sluice.sql;

import java.util.List;

/**
 * A script taken apart.
 *
 * @param problems what the splitter could not make sense of (an unclosed quote, a client's meta
 *     command); such a script is not deployable
 * @param directives the {@code -- sluice:…} comments in order
 */
public record ParsedScript(
    Dialect dialect,
    String text,
    List<Statement> statements,
    List<Problem> problems,
    List<Directive> directives) {
  public ParsedScript {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
    directives = List.copyOf(directives);
  }

  /** Something in the file that is no statement. */
  public record Problem(Place place, String message) {}

  /**
   * A comment addressed to us: {@code -- sluice:<verb> <rest>}.
   *
   * @param statement the number of the statement that it stands in, behind (on its last line) or
   *     before; 0 when it stands before the first statement with a blank line between (then it
   *     speaks for the whole file); the last statement when none follows
   */
  public record Directive(Place place, String verb, String rest, int statement) {}
}
