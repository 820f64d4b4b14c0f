package dev.sluice.flow.deploy;

import dev.sluice.change.Environment;
import dev.sluice.change.Project;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.Steered;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.pipeline.PlannedTime;
import dev.sluice.flow.pipeline.Times;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.EnvironmentFreeze;
import dev.sluice.store.record.EnvironmentFreezes;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollouts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Has nothing deployed to an environment until its freeze ends; what runs already ends. */
public final class FreezeEnvironment {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final Approving approving;
  private final Advance advance;

  public FreezeEnvironment(
      StoreDatabase store, Supplier<Landscape> landscape, Approving approving, Advance advance) {
    this.store = store;
    this.landscape = landscape;
    this.approving = approving;
    this.advance = advance;
  }

  /**
   * @param until {@link PlannedTime}
   */
  public Steered freeze(Fence fence, Order order, Optional<String> until) {
    String name = order.where().orElse("");
    Optional<Steered> refusal = refusal(order, name);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return store.write(
        tx -> {
          fence.check(tx);
          ZoneId zone = landscape.get().stages(name, List.of()).get(0).zone();
          Optional<Instant> end = until.flatMap(u -> PlannedTime.parse(u, zone, tx.now()));
          if (until.isPresent() && end.filter(tx.now()::isBefore).isEmpty()) {
            return Steered.refused(
                Message.of("%s is no time to come. Write %s.", until.get(), PlannedTime.FORMS));
          }
          EnvironmentFreezes.save(
              tx,
              new EnvironmentFreeze(name, order.reason(), order.by().username(), tx.now(), end));
          changed(tx, order, name, "environment.frozen");
          return Steered.done(
              end.map(e -> Message.of("%s is frozen until %s.", name, Times.at(e, zone, tx.now())))
                  .orElseGet(() -> Message.of("%s is frozen.", name)));
        });
  }

  public Steered unfreeze(Fence fence, Order order) {
    String name = order.where().orElse("");
    Optional<Steered> refusal = refusal(order, name);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return store.write(
        tx -> {
          fence.check(tx);
          if (EnvironmentFreezes.of(tx, name).isEmpty()) {
            return Steered.refused(Message.of("Nobody has frozen %s.", name));
          }
          EnvironmentFreezes.lift(tx, name);
          changed(tx, order, name, "environment.unfrozen");
          return Steered.done(Message.of("%s is not frozen any more.", name));
        });
  }

  /** It concerns everybody there: those whom the environment names, or who own all of it. */
  private Optional<Steered> refusal(Order order, String name) {
    Optional<Environment> environment = landscape.get().environment(name);
    if (environment.isEmpty()) {
      return Optional.of(
          Steered.refused(
              Message.of(
                  "Say which environment: %s.",
                  landscape.get().environments().stream().map(Environment::name).toList())));
    }
    List<Project> concerned = landscape.get().projectsOn(name);
    boolean may =
        approving.named(
            order.by().id(), order.id().repository(), concerned, environment.get().override());
    return may
        ? Optional.empty()
        : Optional.of(
            Steered.refused(
                Message.of(
                    "👋 %s, to freeze %s is for those whom it names under override (%s), and for"
                        + " owners of every project on it.",
                    order.by().username(), name, environment.get().override())));
  }

  /** Everything that has still to go there is looked at anew, and tells so. */
  private void changed(WriteTx tx, Order order, String environment, String action) {
    Ledger.append(
        tx,
        LedgerEntry.of(
                tx.now(),
                LedgerEntry.person(order.by().id(), order.by().username()),
                action,
                Subject.of(order.id()))
            .reason(order.reason())
            .details(Map.of("environment", environment)));
    Rollouts.unfinished(tx).stream()
        .filter(r -> r.target().environment().equals(environment))
        .map(RecordedRollout::deployment)
        .distinct()
        .forEach(
            deployment -> {
              advance.advance(tx, deployment);
              advance.tend(tx, Deployments.find(tx, deployment).orElseThrow().mergeRequest());
            });
  }
}
