package dev.sluice.flow.group;

import dev.sluice.change.TargetName;
import dev.sluice.target.CanarySettings;
import dev.sluice.target.GroupSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Draws up the targets of a group: who is a canary, who goes in which wave. Pure. */
public final class Line {
  private Line() {}

  /**
   * The wave of each target, 0 for a canary. When no target has the labels of a canary, the first
   * one is it: a group that is to have a canary never goes without.
   */
  public static Map<TargetName, Integer> up(
      Collection<TargetName> targets,
      Function<TargetName, Map<String, String>> labels,
      GroupSettings settings) {
    List<TargetName> sorted = targets.stream().sorted().toList();
    List<TargetName> canaries = canaries(sorted, labels, settings.canary());
    Map<TargetName, Integer> waves = new LinkedHashMap<>();
    canaries.forEach(c -> waves.put(c, 0));
    int wave = 1;
    int free = size(settings, wave);
    for (TargetName target : sorted) {
      if (waves.containsKey(target)) {
        continue;
      }
      if (free == 0) {
        wave++;
        free = size(settings, wave);
      }
      waves.put(target, wave);
      free--;
    }
    return waves;
  }

  private static List<TargetName> canaries(
      List<TargetName> sorted,
      Function<TargetName, Map<String, String>> labels,
      CanarySettings settings) {
    if (settings.equals(CanarySettings.NONE) || sorted.size() < 2) {
      return List.of();
    }
    List<TargetName> fit =
        sorted.stream()
            .filter(t -> labels.apply(t).entrySet().containsAll(settings.labels().entrySet()))
            .toList();
    return fit.isEmpty()
        ? sorted.subList(0, 1)
        : fit.stream().limit(settings.targets().orElse(fit.size())).toList();
  }

  private static int size(GroupSettings settings, int wave) {
    List<Integer> sizes = settings.waves();
    return sizes.isEmpty() ? Integer.MAX_VALUE : sizes.get(Math.min(wave, sizes.size()) - 1);
  }
}
