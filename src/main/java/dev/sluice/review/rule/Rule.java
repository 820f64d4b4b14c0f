package dev.sluice.review.rule;

/**
 * A rule of the catalogue. Which of the sub-interfaces a rule implements says what it looks at:
 * {@link RuleFor} one kind of action, {@link ActionRule} several kinds, {@link StatementRule} whole
 * statements, {@link ScriptRule} whole scripts, and three that watch what only the engine knows.
 */
public interface Rule {
  RuleInfo info();

  /**
   * Whether it also judges statements within functions, procedures, triggers and events. Those run
   * later, on a schema that nobody knows yet; a rule about locks has nothing to say there.
   */
  default boolean looksIntoRoutines() {
    return false;
  }

  /** Whether its findings say that the statement will fail; a trial then adds nothing. */
  default boolean foretellsFailure() {
    return this instanceof ConflictRule || this instanceof SyntaxRule;
  }
}
