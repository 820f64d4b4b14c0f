package dev.sluice.flow;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.Script;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.Rehearsed;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.executor.Rehearsal;
import dev.sluice.probe.Trial;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.target.Shadow;
import dev.sluice.target.ShadowServers;
import dev.sluice.target.ShadowSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a change on a copy of its target's schema. What the copy cannot know (rows, roles,
 * extensions that are not there) never counts against the change.
 */
public final class TryOnShadow {
  private static final int REMEMBERED = 100;

  private final Supplier<ShadowServers> servers;
  private final SqlReader reader;
  private final Map<Asked, Trial> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Trial> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A catalog is equal to itself only: what is read anew is tried anew. */
  private record Asked(TargetName target, Catalog catalog, List<String> scripts) {}

  public TryOnShadow(Supplier<ShadowServers> servers, SqlReader reader) {
    this.servers = servers;
    this.reader = reader;
  }

  /** Empty where there is nothing to try it on. */
  public Optional<Trial> of(
      TargetName target, Dialect dialect, List<Script> scripts, TargetCatalogs.Sight sight) {
    Optional<ShadowSettings> server = servers.get().of(dialect);
    RolloutPlan plan = RolloutPlan.of(scripts, dialect, reader);
    if (sight.prober().isEmpty()
        || Shadow.needs(dialect, server).isPresent()
        || !plan.refusals().isEmpty()) {
      return Optional.empty();
    }
    Asked asked = new Asked(target, sight.catalog(), scripts.stream().map(Script::sha256).toList());
    synchronized (known) {
      Trial remembered = known.get(asked);
      if (remembered != null) {
        return Optional.of(remembered);
      }
    }
    Trial trial = trial(Rehearsal.on(sight.prober().get(), server, plan));
    synchronized (known) {
      known.put(asked, trial);
    }
    return Optional.of(trial);
  }

  private static Trial trial(Rehearsed rehearsed) {
    return new Trial(
        Trial.State.valueOf(rehearsed.outcome().name()),
        rehearsed.failed().map(Step::path).orElse(""),
        rehearsed.failed().map(s -> s.statement().number()).orElse(0),
        rehearsed.words(),
        rehearsed.held().stream()
            .map(h -> new Trial.Held(h.step().path(), h.step().statement().number(), h.words()))
            .toList(),
        rehearsed.diff());
  }
}
