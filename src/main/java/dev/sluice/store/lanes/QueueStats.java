package dev.sluice.store.lanes;

import java.time.Duration;

/**
 * For metrics.
 *
 * @param ready items whose time has come and that are not done
 * @param delayed items for later, or waiting for their next try
 * @param dead items that a person should look at
 * @param oldest how long the oldest ready item has been waiting; zero without one
 */
public record QueueStats(long ready, long delayed, long dead, Duration oldest) {}
