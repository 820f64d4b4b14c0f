package dev.sluice.flow.pipeline;

import dev.sluice.language.Message;
import java.util.List;

/** A person holds it. */
final class Held implements Check {
  private final String prefix;

  Held(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public List<Reason> reasons(Facts facts) {
    return facts.said().timing().hold().stream()
        .map(
            hold ->
                Reason.refused(
                    Message.of("held by %s: %s", hold.by(), hold.reason()),
                    Message.of(
                        "%s is held by %s: %s. To let it go: %s unhold %s",
                        facts.target(), hold.by(), hold.reason(), prefix, facts.environment())))
        .toList();
  }
}
