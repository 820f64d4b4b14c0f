package dev.sluice.sql;

import java.util.List;

/**
 * One statement of a script, read as far as we can.
 *
 * @param number its place in the script, from 1
 * @param text the statement without its terminator and without comments around it; comments inside
 *     stay. What {@code Statement.execute} of a driver takes.
 * @param place where {@code text} stands in the file
 * @param actions what the statement does, in order; at least one, {@link Action.Unrecognised} for
 *     what we do not understand
 * @param data the lines of a {@code COPY … FROM STDIN} block, else empty
 */
public record Statement(
    int number,
    String text,
    Place place,
    List<Token> tokens,
    Tree tree,
    List<Action> actions,
    String data) {
  public Statement {
    tokens = List.copyOf(tokens);
    actions = List.copyOf(actions);
  }

  /** Whether every part of the statement was understood, so that rules saw all of it. */
  public boolean fullyUnderstood() {
    return actions.stream().noneMatch(a -> a instanceof Action.Unrecognised);
  }

  /** Whether the statement may share a transaction with others; else it must run alone. */
  public boolean transactional() {
    return actions.stream().allMatch(Action::transactional);
  }

  /** Whether a tool is to fill in a part ({@code ${name}}, {@code {{ name }}}) before it is SQL. */
  public boolean isTemplate() {
    return tokens.stream().anyMatch(Statement::isPlaceholder);
  }

  private static boolean isPlaceholder(Token token) {
    return token.kind() == Token.Kind.PARAMETER
        && (token.text().startsWith("${") || token.text().startsWith("{"));
  }
}
