package dev.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /healthz}: the process answers. {@code /readyz}: what it needs works as well. */
final class Health implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private final List<ReadyCheck> checks;

  Health(List<ReadyCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/healthz", context -> context.json(Map.of("status", "ok")));
    routes.get("/readyz", this::ready);
  }

  private void ready(Context context) {
    Map<String, String> results = new LinkedHashMap<>();
    checks.forEach(check -> results.put(check.name(), problem(check).orElse("ok")));
    boolean ready = results.values().stream().allMatch("ok"::equals);
    context
        .status(ready ? 200 : 503)
        .json(Map.of("status", ready ? "ok" : "not ready", "checks", results));
  }

  private static Optional<String> problem(ReadyCheck check) {
    try {
      return check.problem().get();
    } catch (RuntimeException broken) {
      LOG.warn("ready check {} failed", check.name(), broken);
      return Optional.of("failed");
    }
  }
}
