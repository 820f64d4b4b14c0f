package dev.sluice.review.rule;

import dev.sluice.sql.Action;
import java.util.List;
import java.util.Optional;

/** A rule about one kind of action: most rules. */
public abstract class RuleFor<A extends Action> implements ActionRule {
  private final Class<A> kind;
  private final RuleInfo info;

  protected RuleFor(Class<A> kind, RuleInfo info) {
    this.kind = kind;
    this.info = info;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final List<Problem> check(Action action, Scene scene) {
    return kind.isInstance(action)
        ? problem(kind.cast(action), scene).stream().toList()
        : List.of();
  }

  /** The problem with this action, if there is one. */
  protected abstract Optional<Problem> problem(A action, Scene scene);
}
