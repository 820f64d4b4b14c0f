package dev.sluice.deploy.backup;

import dev.sluice.sql.ObjectName;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is known of one statement's backup. All that a restore needs is in here: the target is not
 * asked.
 *
 * @param rollout whose statement it is; see {@code RolloutId}
 * @param seq of the statement, see {@code Step}
 * @param source the table, in the letters of the target; in MySQL with its database
 * @param table the backup table; without a schema in SQLite
 * @param note why there is none, or what it does not cover; empty for most. In English, may be
 *     looked up in a bundle
 * @param rows in the backup table
 * @param bytes of the backup table, as the engine tells
 */
public record RecordedBackup(
    long rollout,
    int seq,
    BackupKind kind,
    ObjectName source,
    ObjectName table,
    Shape shape,
    BackupState state,
    String note,
    OptionalLong rows,
    OptionalLong bytes,
    Instant createdAt,
    Instant expiresAt) {

  public RecordedBackup with(BackupState now) {
    return new RecordedBackup(
        rollout, seq, kind, source, table, shape, now, note, rows, bytes, createdAt, expiresAt);
  }

  /** As {@link #with(BackupState)}, and why. */
  public RecordedBackup with(BackupState now, String why) {
    return new RecordedBackup(
        rollout, seq, kind, source, table, shape, now, why, rows, bytes, createdAt, expiresAt);
  }

  public RecordedBackup with(OptionalLong nowRows, OptionalLong nowBytes) {
    return new RecordedBackup(
        rollout, seq, kind, source, table, shape, state, note, nowRows, nowBytes, createdAt,
        expiresAt);
  }

  /** Whether a restore can use it. */
  public boolean kept() {
    return state == BackupState.KEPT;
  }
}
