package dev.sluice.deploy;

import dev.sluice.bulk.BatchSettings;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;

/** How patient a rollout is. */
@Doc("How patient a rollout is with locks and lost connections.")
public record DeploySettings(
    @Doc("How long to wait for another deployment's lock on the target before trying later.")
        @Default("30s")
        Duration targetLockWait,
    @Doc("How often a transaction that met a lock timeout or a deadlock is tried in all.")
        @Default("5")
        int attempts,
    @Doc("The rest before the second try; it doubles up to a minute.") @Default("2s")
        Duration backoff,
    @Doc(
            "lock_timeout of CREATE INDEX CONCURRENTLY and its like, which wait without blocking"
                + " anybody.")
        @Default("15m")
        Duration concurrentLockTimeout,
    @Doc(
            "How often the record is told, inside a transaction, which statement runs; outside of"
                + " one it is told of each.")
        @Default("250ms")
        Duration progressInterval,
    @Doc("How statements with `-- sluice: batch` run when they do not say it themselves.")
        BatchSettings batches,
    @Doc("After how long a deployment that runs gets a note that shows how far it is.")
        @Default("5s")
        Duration progressAfter,
    @Doc("How often that note is edited at most.") @Default("10s") Duration progressEvery,
    @Doc("How long a gate may keep a deployment from its first statement before it fails.")
        @Default("30m")
        Duration gatePatience) {
  public static final DeploySettings DEFAULT =
      new DeploySettings(
          Duration.ofSeconds(30),
          5,
          Duration.ofSeconds(2),
          Duration.ofMinutes(15),
          Duration.ofMillis(250),
          BatchSettings.DEFAULT,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofMinutes(30));

  public DeploySettings {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1");
    }
  }

  /** The same with other tries. */
  public DeploySettings tries(int newAttempts, Duration newBackoff) {
    return new DeploySettings(
        targetLockWait,
        newAttempts,
        newBackoff,
        concurrentLockTimeout,
        progressInterval,
        batches,
        progressAfter,
        progressEvery,
        gatePatience);
  }

  /**
   * @param attempt the try that failed, from 1
   */
  public Duration restAfter(int attempt) {
    Duration rest = backoff.multipliedBy(1L << Math.min(attempt - 1, 20));
    return rest.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : rest;
  }
}
