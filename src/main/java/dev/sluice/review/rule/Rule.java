package dev.sluice.review.rule;

/**
 * A rule of the catalogue. Which of the sub-interfaces a rule implements says what it looks at:
 * {@link RuleFor} one kind of action, {@link ActionRule} several kinds, {@link StatementRule} whole
 * statements, and three that watch what only the engine knows.
 */
public interface Rule {
  RuleInfo info();
}
