package dev.sluice.deploy.backup;

/** Where a backup stands. */
public enum BackupState {
  /** Written down before the backup table is made; whether it is there only the target knows. */
  BEGUN,
  /** The backup table is there, with all of its rows. */
  KEPT,
  /** The statement changed no rows; there is no backup table, and nothing to bring back. */
  EMPTY,
  /** There is none; {@link RecordedBackup#note} says why. */
  NOT_POSSIBLE,
  /** The backup table is gone: expired, or what it belonged to was rolled back. */
  DROPPED
}
