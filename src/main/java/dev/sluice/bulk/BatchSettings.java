package dev.sluice.bulk;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;

/** How statements with {@code -- sluice: batch} run when they do not say it. */
@Doc("How statements with `-- sluice: batch` run when they do not say it themselves.")
public record BatchSettings(
    @Doc("How many rows a batch goes through at most.") @Default("1000") int size,
    @Doc("How long a batch should take: when it takes longer, the next one is half as big.")
        @Default("1s")
        Duration timeGoal,
    @Doc("The rest between two batches.") @Default("0s") Duration pause,
    @Doc("The next batch waits while a replica is further behind, where the server tells that.")
        @Default("10s")
        Duration maxLag) {
  public static final BatchSettings DEFAULT =
      new BatchSettings(1000, Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(10));

  public BatchSettings {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1");
    }
    if (timeGoal.isNegative() || timeGoal.isZero()) {
      throw new IllegalArgumentException("time_goal must be longer than nothing");
    }
  }
}
