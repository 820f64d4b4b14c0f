package dev.sluice.deploy.backup;

import dev.sluice.sql.ObjectName;

/** What is to be kept of one statement. */
public sealed interface BackupPlan {
  /** The statement changes no rows that were there, or so little is known that we do not try. */
  record Nothing() implements BackupPlan {}

  /**
   * Rows are copied before the statement runs.
   *
   * @param source in the letters of the target
   * @param rows the query that reads them, without FOR UPDATE; the columns of the shape in order
   * @param qualifier of the source's columns in the query
   * @param lockable whether FOR UPDATE may stand behind the query
   * @param limited whether the query bounds itself
   * @param counted whether the statement changes as many rows as were copied
   * @param verified whether equal counts do not prove that they are the same rows
   * @param exclusive whether MariaDB can lock the table as a whole without locking others
   * @param note what the backup does not cover; empty for most
   */
  record Copy(
      BackupKind kind,
      ObjectName source,
      Shape shape,
      String rows,
      String qualifier,
      boolean lockable,
      boolean limited,
      boolean counted,
      boolean verified,
      boolean exclusive,
      String note)
      implements BackupPlan {}

  /** The table is moved away; the statement itself does not run. */
  record Move(ObjectName source, Shape shape) implements BackupPlan {}

  /**
   * It should be backed up and cannot be.
   *
   * @param source as far as it is known
   * @param reason half a sentence in English
   */
  record NotPossible(BackupKind kind, ObjectName source, String reason) implements BackupPlan {}
}
