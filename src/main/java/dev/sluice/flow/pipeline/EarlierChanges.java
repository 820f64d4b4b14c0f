package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import java.util.List;

/** On a target changes run in the order of the branch. */
final class EarlierChanges implements Check {
  @Override
  public List<Reason> reasons(Facts facts) {
    if (facts.earlier().isEmpty()) {
      return List.of();
    }
    String changes = String.join(", ", facts.earlier());
    return List.of(
        Reason.refused(
            Message.of("after %s, which is not deployed there yet", changes),
            Message.of(
                "Earlier changes are not deployed to %s yet: %s. Deploy them first, or add --through"
                    + " to deploy all of them in order.",
                facts.target(), changes)));
  }
}
