package dev.sluice.deploy;

import dev.sluice.deploy.Decision.Verdict;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a script goes on over a new connection, which lacks what the finished steps had left in the
 * old one.
 *
 * @param repeat by seq, the finished steps that run once more
 * @param missing what cannot be brought back and is needed
 */
public record Reconnection(Set<Integer> repeat, Optional<Missing> missing) {
  /** {@code user} needs what only {@code maker} can have left in the session. */
  public record Missing(Step maker, Step user) {}

  public Reconnection {
    repeat = Set.copyOf(repeat);
  }

  /**
   * @param done the steps that ran over an earlier connection
   * @param decision what a person said about a step: run it again, or go on without
   */
  public static Reconnection of(
      ScriptPlan plan, Predicate<Step> done, Function<Step, Optional<Verdict>> decision) {
    Loss loss = new Loss();
    for (Step step : plan.steps()) {
      if (done.test(step)) {
        loss.of(step, decision.apply(step));
      } else if (loss.maker(step).isPresent()) {
        return new Reconnection(loss.repeat, loss.maker(step).map(m -> new Missing(m, step)));
      }
    }
    return new Reconnection(loss.repeat, Optional.empty());
  }

  private static final class Loss {
    private final Set<Integer> repeat = new HashSet<>();
    private final Map<String, Step> makers = new TreeMap<>();
    private final Set<String> givenUp = new HashSet<>();

    /** A setting made from what is gone is gone as well. */
    void of(Step step, Optional<Verdict> said) {
      Leaves leaves = step.leaves();
      Optional<Step> maker = maker(step);
      if (said.filter(Verdict.SKIP::equals).isPresent() || Leaves.mentions(step, givenUp)) {
        givenUp.addAll(leaves.names());
      } else if (maker.isPresent()
          || (leaves.kind() == Leaves.Kind.CONTENT
              && said.filter(Verdict.RUN_AGAIN::equals).isEmpty())) {
        leaves.names().forEach(name -> makers.put(name, maker.orElse(step)));
      } else if (leaves.kind() != Leaves.Kind.NOTHING) {
        repeat.add(step.seq());
      }
    }

    Optional<Step> maker(Step step) {
      return makers.entrySet().stream()
          .filter(e -> Leaves.mentions(step, Set.of(e.getKey())))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }
}
