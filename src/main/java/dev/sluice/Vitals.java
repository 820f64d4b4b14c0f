package dev.sluice;

import dev.sluice.config.ConfigWatch;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Lanes;
import dev.sluice.store.record.Drifts;
import dev.sluice.store.record.RecordedDrift;
import dev.sluice.web.ReadyCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;

/** What tells whether Sluice is well: readiness checks and gauges. */
final class Vitals {
  private final StoreDatabase store;
  private final Lanes lanes;
  private final CodeHost host;
  private final ConfigWatch config;

  Vitals(StoreDatabase store, Lanes lanes, CodeHost host, ConfigWatch config) {
    this.store = store;
    this.lanes = lanes;
    this.host = host;
    this.config = config;
  }

  List<ReadyCheck> checks() {
    return List.of(
        new ReadyCheck("store", store::trouble),
        new ReadyCheck(
            "configuration",
            () ->
                config.lastProblems().isEmpty()
                    ? Optional.empty()
                    : Optional.of("the file has problems; the last good one is in force")),
        new ReadyCheck("gitlab", this::gitlab));
  }

  private Optional<String> gitlab() {
    boolean known = host.people().user(host.people().me().id()).isPresent();
    return known ? Optional.empty() : Optional.of("does not know our user");
  }

  void gauges(MeterRegistry meters) {
    Gauge.builder("sluice.work.ready", lanes, l -> l.stats().ready())
        .description("work items that wait to be done")
        .register(meters);
    Gauge.builder("sluice.targets.drifted", store, Vitals::drifted)
        .description("targets whose schema is not as Sluice left it")
        .register(meters);
    Gauge.builder("sluice.work.dead", lanes, l -> l.stats().dead())
        .description("work items that were given up")
        .register(meters);
  }

  private static double drifted(StoreDatabase store) {
    return store.read(tx -> Drifts.all(tx).stream().filter(RecordedDrift::drifted).count());
  }
}
