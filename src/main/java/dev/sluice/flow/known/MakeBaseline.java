package dev.sluice.flow.known;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.ScriptName;
import dev.sluice.change.TargetName;
import dev.sluice.change.Version;
import dev.sluice.deploy.executor.TargetHistory;
import dev.sluice.deploy.executor.TargetHistory.Entry;
import dev.sluice.flow.LiveTargets;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Takes an existing database as it is: its schema, and the versions that count as run. */
public final class MakeBaseline {
  private final LiveTargets targets;
  private final Clock clock;

  public MakeBaseline(LiveTargets targets, Clock clock) {
    this.targets = targets;
    this.clock = clock;
  }

  /** The schema that was taken. */
  public record Made(int objects, String sha256, String serverVersion) {}

  /**
   * Throws IllegalStateException when the target cannot be used.
   *
   * @param version up to which everything counts as run; empty: none
   * @param by who says so
   */
  public Made make(TargetName target, Optional<Version> version, String by) {
    TargetDatabase database =
        targets
            .find(target)
            .orElseThrow(() -> new IllegalStateException(target + " is not in the configuration"));
    Snapshot schema = seen(target, database.lookAtSchema());
    Entry entry =
        new Entry(
            TargetHistory.BASELINE,
            ScriptName.Kind.VERSIONED,
            version.map(Version::toString).orElse(""),
            "baseline",
            schema.sha256(),
            "sluice baseline",
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Duration.ZERO,
            by);
    seen(target, TargetHistory.add(database, List.of(entry)));
    int objects = (int) schema.text().lines().filter(l -> !l.startsWith(" ")).count();
    return new Made(objects, schema.sha256(), schema.serverVersion());
  }

  private static <T> T seen(TargetName target, Looked<T> looked) {
    if (looked instanceof Looked.Unreachable<T> unreachable) {
      throw new IllegalStateException(target + ": " + unreachable.why());
    }
    return ((Looked.Seen<T>) looked).result();
  }
}
