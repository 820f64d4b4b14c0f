package dev.sluice.flow.deploy;

import dev.sluice.change.Outside;
import dev.sluice.flow.Steered;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.flow.pipeline.PlannedTime;
import dev.sluice.flow.pipeline.Times;
import dev.sluice.language.Message;
import dev.sluice.store.Fence;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTimings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has rollouts start at a time, and takes that back. */
public final class PlanRollouts {
  private static final String NEXT_WINDOW = "next-window";

  private final StoreDatabase store;
  private final OrderedRollouts rollouts;
  private final Pipeline pipeline;

  public PlanRollouts(StoreDatabase store, OrderedRollouts rollouts, Pipeline pipeline) {
    this.store = store;
    this.rollouts = rollouts;
    this.pipeline = pipeline;
  }

  /** A rollout and the time that it is planned for, or why there is none. */
  private record Plan(RecordedRollout rollout, Optional<Instant> at, ZoneId zone, Message problem) {
    static Plan at(RecordedRollout rollout, Instant at, ZoneId zone) {
      return new Plan(rollout, Optional.of(at), zone, Message.text(""));
    }

    static Plan none(RecordedRollout rollout, ZoneId zone, Message problem) {
      return new Plan(rollout, Optional.empty(), zone, problem);
    }
  }

  /**
   * @param at {@link PlannedTime}, or {@code next-window}
   */
  public Steered plan(Fence fence, Order order, String at) {
    List<RecordedRollout> chosen = rollouts.firstEnvironment(order);
    if (chosen.isEmpty()) {
      return rollouts.nothing(order, Message.of("waits to be deployed"));
    }
    return store.write(
        tx -> {
          fence.check(tx);
          List<Plan> plans = chosen.stream().map(r -> plan(tx, r, at)).toList();
          return plans.stream()
              .filter(p -> p.at().isEmpty())
              .findFirst()
              .map(p -> Steered.refused(p.problem()))
              .orElseGet(() -> record(tx, order, plans));
        });
  }

  private Plan plan(ReadTx tx, RecordedRollout rollout, String at) {
    ZoneId zone = pipeline.stages(tx, rollout).get(0).zone();
    if (at.equals(NEXT_WINDOW)) {
      return pipeline
          .opens(tx, rollout, tx.now())
          .map(open -> Plan.at(rollout, open, zone))
          .orElseGet(
              () ->
                  Plan.none(
                      rollout,
                      zone,
                      Message.of("Nobody can tell when %s opens next.", rollout.target())));
    }
    Optional<Instant> time = PlannedTime.parse(at, zone, tx.now());
    if (time.isEmpty()) {
      return Plan.none(
          rollout,
          zone,
          Message.of("%s is no time. Write %s or next-window.", at, PlannedTime.FORMS));
    }
    if (time.get().isBefore(tx.now())) {
      return Plan.none(
          rollout, zone, Message.of("%s has passed already.", Times.on(time.get(), zone)));
    }
    return open(tx, rollout, time.get(), zone);
  }

  private Plan open(ReadTx tx, RecordedRollout rollout, Instant at, ZoneId zone) {
    boolean rejects =
        pipeline.stages(tx, rollout).stream().anyMatch(s -> s.outside() == Outside.REJECT);
    Optional<Instant> opens = pipeline.opens(tx, rollout, at);
    if (rejects && !opens.equals(Optional.of(at))) {
      Message next =
          opens
              .map(o -> Message.of("it opens %s", Times.at(o, zone, tx.now())))
              .orElseGet(() -> Message.of("nobody can tell when it opens"));
      return Plan.none(
          rollout,
          zone,
          Message.of("%s is closed %s; %s.", rollout.target(), Times.on(at, zone), next));
    }
    return Plan.at(rollout, at, zone);
  }

  private Steered record(WriteTx tx, Order order, List<Plan> plans) {
    List<Message> waits = new ArrayList<>();
    for (Plan plan : plans) {
      RecordedRollout rollout = plan.rollout();
      Instant at = plan.at().orElseThrow();
      RolloutTimings.plan(tx, rollout.id(), at, order.by().username());
      Order planned = new Order(order.id(), order.by(), order.where(), Times.on(at, plan.zone()));
      rollouts.queue(tx, List.of(rollout), planned, "rollout.planned");
      rollouts.waits(tx, rollout.id(), pipeline).ifPresent(waits::add);
    }
    String names = OrderedRollouts.names(plans.stream().map(Plan::rollout).toList());
    List<Message> distinct = waits.stream().distinct().toList();
    return Steered.done(
        distinct.isEmpty()
            ? Message.of("Queued: %s.", names)
            : Message.of("Queued: %s. It starts by itself: %s.", names, distinct));
  }

  /** What was asked for and has not begun waits for a person again. */
  public Steered takeBack(Fence fence, Order order) {
    List<RecordedRollout> asked =
        rollouts.find(
            order,
            r ->
                r.state() == RolloutState.WAITING
                    && !r.run().by().isEmpty()
                    && !r.run().by().equals(Advance.MERGE));
    if (asked.isEmpty()) {
      return rollouts.nothing(order, Message.of("is planned"));
    }
    store.update(fence, tx -> asked.forEach(r -> rollouts.takeBack(tx, r, order)));
    return Steered.done(Message.of("Taken back: %s.", OrderedRollouts.names(asked)));
  }
}
