package dev.sluice.target;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Shortcut;
import java.util.Map;
import java.util.Optional;

/** Which targets of a group go first. */
@Shortcut("targets")
@Doc("Which targets go first: so many, or those with these labels.")
public record CanarySettings(
    @Doc("How many; default: all with the labels, none without labels.") Optional<Integer> targets,
    @Doc("Labels that they have, all of them.") Map<String, String> labels) {
  public static final CanarySettings NONE = new CanarySettings(Optional.empty(), Map.of());

  public CanarySettings {
    labels = Map.copyOf(labels);
    if (targets.filter(n -> n < 0).isPresent()) {
      throw new IllegalArgumentException("targets must not be less than 0");
    }
  }
}
