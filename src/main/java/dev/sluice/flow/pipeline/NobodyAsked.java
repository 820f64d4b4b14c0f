package dev.sluice.flow.pipeline;

import dev.sluice.change.Stage;
import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;
import java.util.List;

/** It starts when a person says so, or by itself where the environment is set so. */
final class NobodyAsked implements Check {
  private final String prefix;

  NobodyAsked(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public List<Reason> reasons(Facts facts) {
    boolean later = !facts.unfinishedBefore().isEmpty(); // then that is what it waits for
    if (facts.asked() || later || facts.stages().stream().allMatch(s -> byItself(s, facts))) {
      return List.of();
    }
    Message write = Message.of("write %s deploy %s", prefix, facts.environment());
    return List.of(Reason.refused(write, write));
  }

  /** What was left out in the environment before has not proved itself there. */
  private static boolean byItself(Stage stage, Facts facts) {
    return switch (stage.deploy()) {
      case ON_MERGE -> true;
      case MANUAL -> false;
      case AFTER -> facts.before().stream().allMatch(r -> r.state() == RolloutState.DONE);
    };
  }
}
