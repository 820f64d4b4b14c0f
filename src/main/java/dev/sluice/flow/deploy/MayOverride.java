package dev.sluice.flow.deploy;

import dev.sluice.change.Approver;
import dev.sluice.change.Change;
import dev.sluice.change.Environment;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.language.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a person may deploy outside of an environment's windows; read fresh from GitLab. */
public final class MayOverride {
  private final Supplier<Landscape> landscape;
  private final Approving approving;
  private final KnownChange known;

  public MayOverride(Supplier<Landscape> landscape, Approving approving, KnownChange known) {
    this.landscape = landscape;
    this.approving = approving;
    this.known = known;
  }

  /** Why not; empty when the person may. */
  Optional<Message> denial(Order order, String environment) {
    List<Approver> named =
        landscape.get().environment(environment).map(Environment::override).orElse(List.of());
    Optional<Change> change = known.latest(order.id());
    boolean may =
        change
            .filter(c -> approving.mayOverride(order.by().id(), order.id().repository(), c, named))
            .isPresent();
    if (may) {
      return Optional.empty();
    }
    return Optional.of(
        named.isEmpty()
            ? Message.of(
                "👋 %s, nobody may deploy to %s outside of its windows: it names nobody under override.",
                order.by().username(), environment)
            : Message.of(
                "👋 %s, to deploy to %s outside of its windows is for %s.",
                order.by().username(), environment, named));
  }
}
