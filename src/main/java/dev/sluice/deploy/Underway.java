package dev.sluice.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be seen of a statement while it runs.
 *
 * @param seq its place in the rollout, from 1
 * @param statements how many there are
 * @param statement its first line, literals masked
 * @param stage how far the server says it is, e.g. {@code building index: scanning table, 45 %};
 *     empty where the server does not say
 * @param blockers whom it waits for right now, each in words
 * @param seenAt when that was read
 */
public record Underway(
    int seq,
    int statements,
    String statement,
    Instant startedAt,
    Optional<String> stage,
    List<String> blockers,
    Instant seenAt) {
  public Underway {
    blockers = List.copyOf(blockers);
  }
}
