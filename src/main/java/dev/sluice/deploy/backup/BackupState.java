package dev.sluice.deploy.backup;

/** Where a backup stands. */
public enum BackupState {
  /** Written down before the backup table is made; whether it is there only the target knows. */
  BEGUN,
  /** The backup table is there, with all of its rows. */
  KEPT,
  /** There is none; {@link RecordedBackup#note} says why. */
  NOT_POSSIBLE,
  /** The backup table is gone: expired, or what it belonged to was rolled back. */
  DROPPED
}
