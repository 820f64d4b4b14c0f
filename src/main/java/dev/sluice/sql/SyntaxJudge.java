package dev.sluice.sql;

/** Decides whether the engine can parse a statement. Nothing is executed. */
@FunctionalInterface
public interface SyntaxJudge {
  Verdict judge(Statement statement);

  /** A judgement; only {@link Invalid} may become a syntax error finding. */
  sealed interface Verdict {}

  /** The engine parses it. */
  record Valid() implements Verdict {}

  /**
   * The engine refuses it.
   *
   * @param position in the file
   * @param message the engine's or the grammar's words
   */
  record Invalid(Position position, String message) implements Verdict {}

  /** Nobody can tell: a template, a giant, a time-out, a server that does not answer. */
  record Unknown(String reason) implements Verdict {}
}
