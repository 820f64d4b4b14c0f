package dev.sluice.config;

import dev.sluice.change.Environment;
import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.calendar.Freeze;
import dev.sluice.change.calendar.Span;
import dev.sluice.change.calendar.Window;
import dev.sluice.config.bind.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Environments have names of their own and an order without circles. */
final class EnvironmentChecks {
  private final List<Environment> environments;
  private final Problems problems;

  EnvironmentChecks(BotConfig config, Problems problems) {
    this.environments = config.environments();
    this.problems = problems;
  }

  void run() {
    List<String> names = environments.stream().map(Environment::name).toList();
    CrossChecks.unique("an environment", names, i -> path(Integer.parseInt(i)) + ".name", problems);
    for (int i = 0; i < environments.size(); i++) {
      CrossChecks.name(path(i) + ".name", names.get(i), problems);
      Optional<String> after = environments.get(i).after();
      if (after.isPresent()) {
        CrossChecks.known(path(i) + ".after", "environment", after.get(), names, problems);
      }
      stageBefore(i);
      calendar(path(i), environments.get(i).windows(), environments.get(i).freezes());
    }
    circles(names);
  }

  /** What counts from the environment before needs one. */
  private void stageBefore(int index) {
    if (before(index).isPresent()) {
      return;
    }
    if (environments.get(index).deploy() == DeployMode.AFTER) {
      problems.value(
          path(index) + ".deploy",
          "is after, but no environment comes before this one: write on_merge or manual");
    }
    if (!environments.get(index).soak().isZero()) {
      problems.value(
          path(index) + ".soak",
          "counts from the environment before, but none comes before this one: leave it out");
    }
  }

  /** A window or freeze that stands there twice, or that is never reached, is a slip. */
  private void calendar(String path, List<Window> windows, List<Freeze> freezes) {
    for (int i = 0; i < windows.size(); i++) {
      if (windows.indexOf(windows.get(i)) < i) {
        problems.value(path + ".windows[" + i + "]", "stands there twice: leave one out");
      }
    }
    for (int i = 0; i < freezes.size(); i++) {
      Span later = freezes.get(i).span();
      if (freezes.subList(0, i).stream().map(Freeze::span).anyMatch(later::overlaps)) {
        problems.value(path + ".freezes[" + i + "]", "overlaps with one before it: make them one");
      }
    }
  }

  private void circles(List<String> names) {
    Map<String, String> before = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      before(i).ifPresent(previous -> before.putIfAbsent(name, previous));
    }
    for (int i = 0; i < names.size(); i++) {
      if (environments.get(i).after().isPresent() && comesBack(names.get(i), before)) {
        problems.value(
            path(i) + ".after",
            "goes round in a circle; an environment without after follows the one before it in the"
                + " list");
      }
    }
  }

  private Optional<String> before(int index) {
    Optional<String> after = environments.get(index).after();
    return after.isPresent() || index == 0
        ? after
        : Optional.of(environments.get(index - 1).name());
  }

  private static boolean comesBack(String start, Map<String, String> before) {
    Set<String> seen = new HashSet<>();
    Optional<String> at = Optional.ofNullable(before.get(start));
    while (at.isPresent() && seen.add(at.get())) {
      if (at.get().equals(start)) {
        return true;
      }
      at = Optional.ofNullable(before.get(at.get()));
    }
    return false;
  }

  private static String path(int index) {
    return "environments[" + index + "]";
  }
}
