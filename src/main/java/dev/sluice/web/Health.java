package dev.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /healthz}: the process answers. {@code /readyz}: what it needs works as well. */
final class Health implements Routes {
  /** Shorter than what asks usually waits; a GitLab that hangs must not hang the answer. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<Probe> probes;

  Health(List<ReadyCheck> checks) {
    this.probes = checks.stream().map(check -> new Probe(check, PATIENCE)).toList();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/healthz", context -> context.json(Map.of("status", "ok")));
    routes.get("/readyz", this::ready);
  }

  private void ready(Context context) {
    Map<String, CompletableFuture<Optional<String>>> asked = new LinkedHashMap<>();
    probes.forEach(probe -> asked.put(probe.name(), probe.ask()));
    Map<String, String> results = new LinkedHashMap<>();
    asked.forEach((name, problem) -> results.put(name, problem.join().orElse("ok")));
    boolean ready = results.values().stream().allMatch("ok"::equals);
    context
        .status(ready ? 200 : 503)
        .json(Map.of("status", ready ? "ok" : "not ready", "checks", results));
  }
}
