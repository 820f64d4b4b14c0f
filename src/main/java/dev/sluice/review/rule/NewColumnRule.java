package dev.sluice.review.rule;

import dev.sluice.sql.Action;
import java.util.List;
import java.util.Optional;

/** A rule about columns that come, each by itself. */
public abstract class NewColumnRule implements ActionRule {
  private final RuleInfo info;

  protected NewColumnRule(RuleInfo info) {
    this.info = info;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final List<Problem> check(Action action, Scene scene) {
    return NewColumn.of(action, scene).stream().flatMap(c -> problem(c, scene).stream()).toList();
  }

  /** The problem with this column, if there is one. */
  protected abstract Optional<Problem> problem(NewColumn column, Scene scene);
}
