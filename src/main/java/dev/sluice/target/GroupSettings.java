package dev.sluice.target;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;
import java.util.List;

/** In which order and how boldly a change goes to the targets of a group. */
@Doc("How a change goes to several targets of one environment.")
public record GroupSettings(
    @Doc("Which targets go first: a number of them, or a section with labels.")
        CanarySettings canary,
    @Doc("How long the change stays on the canaries before it goes on.") @Default("0s")
        Duration canarySoak,
    @Doc(
            "How many targets there are in the first wave after the canaries, the second and so"
                + " on, the last number for all that follow; default: one wave. A wave begins when"
                + " the one before has ended.")
        List<Integer> waves,
    @Doc("How many targets at once.") @Default("4") int parallel,
    @Doc("So many failed targets, and no further one begins. A failed canary stops all.")
        @Default("1")
        int stopAfter) {
  /** For groups of which the configuration says nothing. */
  public static final GroupSettings DEFAULT =
      new GroupSettings(CanarySettings.NONE, Duration.ZERO, List.of(), 4, 1);

  public GroupSettings {
    waves = List.copyOf(waves);
    if (waves.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("waves must hold at least one target each");
    }
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel must be at least 1");
    }
    if (stopAfter < 1) {
      throw new IllegalArgumentException("stop_after must be at least 1");
    }
  }
}
