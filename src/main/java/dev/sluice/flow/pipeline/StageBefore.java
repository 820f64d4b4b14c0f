package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import dev.sluice.store.record.RecordedRollout;
import java.util.List;
import java.util.stream.Collectors;

/** The environment before has the change first. */
final class StageBefore implements Check {
  @Override
  public List<Reason> reasons(Facts facts) {
    List<RecordedRollout> missing = facts.unfinishedBefore();
    if (missing.isEmpty()) {
      return List.of();
    }
    String targets =
        missing.stream().map(r -> r.target().toString()).collect(Collectors.joining(", "));
    return List.of(
        Reason.refused(
            Message.of("after %s", missing.get(0).target().environment()),
            Message.of(
                "%s is not on %s yet, which comes before %s.",
                facts.mergeRequest(), targets, facts.target())));
  }
}
