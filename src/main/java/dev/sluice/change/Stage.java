package dev.sluice.change;

import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.calendar.Freeze;
import dev.sluice.change.calendar.Windows;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one project deploys to one environment: the environment's settings and what the project wants
 * otherwise.
 *
 * @param before the environment that must have a change first
 */
public record Stage(
    String environment,
    Optional<String> before,
    DeployMode deploy,
    Duration soak,
    Windows windows,
    List<Freeze> freezes,
    Outside outside) {
  public Stage {
    freezes = List.copyOf(freezes);
  }

  public static Stage of(Environment environment, Optional<String> before, Optional<Pace> pace) {
    return new Stage(
        environment.name(),
        before,
        pace.flatMap(Pace::deploy).orElse(environment.deploy()),
        pace.flatMap(Pace::soak).orElse(environment.soak()),
        new Windows(
            pace.map(Pace::windows).filter(w -> !w.isEmpty()).orElse(environment.windows())),
        Stream.concat(
                environment.freezes().stream(), pace.stream().flatMap(p -> p.freezes().stream()))
            .toList(),
        pace.flatMap(Pace::outside).orElse(environment.outside()));
  }

  /** On whose clock people are told times: that of its windows, else of its freezes. */
  public ZoneId zone() {
    return windows.all().stream()
        .map(w -> w.zone())
        .findFirst()
        .or(() -> freezes.stream().map(Freeze::zone).findFirst())
        .orElse(ZoneOffset.UTC);
  }
}
