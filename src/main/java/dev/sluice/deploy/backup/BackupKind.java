package dev.sluice.deploy.backup;

/** What a backup table holds. */
public enum BackupKind {
  /** The rows that an UPDATE changed, as they were before it. */
  UPDATED,
  /** The rows that a DELETE or TRUNCATE removed. */
  DELETED,
  /** The keys of the rows that an INSERT added. */
  INSERTED,
  /** The rows of a table that was dropped. */
  TABLE_ROWS,
  /** The dropped table itself, moved away with all that belongs to it. */
  TABLE,
  /** A dropped column: its values with their keys. */
  COLUMN
}
