package dev.sluice.deploy.executor;

import dev.sluice.change.ScriptName;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a target itself remembers of scripts that ran before Sluice came. */
public final class TargetHistory {
  /** No rollout has this number. */
  static final long ROLLOUT = -1;

  /** The path of the row that says up to which version everything has run. */
  public static final String BASELINE = "baseline";

  private TargetHistory() {}

  /**
   * A script that ran, or with the path {@link #BASELINE} the baseline.
   *
   * @param version canonical; empty for a repeatable one, or when no version counts as run
   * @param sha256 of the repository's file, empty without one; of the schema for a baseline
   * @param source which tool's history it comes from, and where in it
   * @param by who ran it
   */
  public record Entry(
      String path,
      ScriptName.Kind kind,
      String version,
      String description,
      String sha256,
      String source,
      Instant at,
      Duration took,
      String by) {
    public boolean baseline() {
      return path.equals(BASELINE);
    }

    Object[] values(String status) {
      return new Object[] {
        ROLLOUT,
        path,
        kind.name(),
        version,
        description,
        sha256,
        source,
        "",
        "",
        status,
        at,
        took.toMillis(),
        by,
        0L // older than whatever a rollout writes
      };
    }
  }

  /** Those rows that are of no rollout. */
  public static Looked<List<Entry>> read(TargetDatabase target) {
    try (Connection connection = target.openForDeploy("look at the history")) {
      Meta meta = meta(target, connection);
      List<HistoryRow> rows = meta.present() ? meta.history() : List.of();
      return new Looked.Seen<>(
          rows.stream().filter(r -> r.rollout() == ROLLOUT).map(TargetHistory::entry).toList());
    } catch (SQLException e) {
      return new Looked.Unreachable<>(target.explain(e).message());
    }
  }

  private static Entry entry(HistoryRow row) {
    return new Entry(
        row.path(),
        row.kind(),
        row.version(),
        "",
        row.sha256(),
        row.change(),
        row.appliedAt(),
        Duration.ZERO,
        "");
  }

  /**
   * Adds rows in one transaction under the target's lock, each in place of the one with its path.
   *
   * @return how many, or why it could not be done
   */
  public static Looked<Integer> add(TargetDatabase target, List<Entry> entries) {
    try (Connection connection = target.openForDeploy("import of a history")) {
      Engine engine = Engines.of(target.dialect());
      engine.prepare(connection);
      Optional<String> holder = target.tryLock(connection);
      if (holder.isPresent()) {
        return new Looked.Unreachable<>("its lock is held by " + holder.get());
      }
      write(target, connection, engine, entries);
      target.unlock(connection);
      return new Looked.Seen<>(entries.size());
    } catch (SQLException e) {
      return new Looked.Unreachable<>(target.explain(e).message());
    }
  }

  /** What fails is taken back with the connection. */
  private static void write(
      TargetDatabase target, Connection connection, Engine engine, List<Entry> entries)
      throws SQLException {
    Meta meta = meta(target, connection);
    engine.begin(connection);
    if (!meta.present()) {
      meta.create();
    }
    for (Entry entry : entries) {
      String status = entry.baseline() ? HistoryRow.BASELINE : HistoryRow.DONE;
      meta.replace(ROLLOUT, entry.path(), entry.values(status));
    }
    engine.commit(connection);
  }

  private static Meta meta(TargetDatabase target, Connection connection) {
    return new Meta(connection, Engines.of(target.dialect()).metaSchema());
  }
}
