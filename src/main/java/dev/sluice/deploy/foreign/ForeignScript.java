package dev.sluice.deploy.foreign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of another tool's history.
 *
 * @param place in that history, for people: {@code #12}
 * @param version as the tool writes it; empty for none
 * @param script the file as the tool names it; empty where it keeps no name
 * @param checksum Flyway's CRC32
 */
public record ForeignScript(
    String place,
    Kind kind,
    String version,
    String description,
    String script,
    Optional<Integer> checksum,
    Run run) {
  /** What the row is. */
  public enum Kind {
    VERSIONED,
    REPEATABLE,
    /** All versions up to this one. */
    UP_TO,
    /** Took a version back. */
    UNDO,
    /** Nothing that a file could answer for: a schema made, a class that ran. */
    OTHER
  }

  /**
   * How it ran.
   *
   * @param trouble why it does not count as run; empty when all is well
   */
  public record Run(Instant at, Duration took, String by, String trouble) {}
}
