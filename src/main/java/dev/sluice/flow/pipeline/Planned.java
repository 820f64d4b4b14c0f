package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import java.util.List;
import java.util.Optional;

/** A person planned it for a time. */
final class Planned implements Check {
  @Override
  public List<Reason> reasons(Facts facts) {
    return facts.said().timing().notBefore().stream()
        .filter(
            at ->
                facts.now().isBefore(at)
                    && !facts.begun()
                    && !facts.rushed()
                    && !facts.said().wanted())
        .map(
            at -> {
              Message words = Message.of("planned for %s", Times.at(at, facts.zone(), facts.now()));
              return Reason.queued(words, words, Optional.of(at));
            })
        .toList();
  }
}
