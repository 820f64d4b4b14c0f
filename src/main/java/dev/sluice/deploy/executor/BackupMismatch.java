package dev.sluice.deploy.executor;

import java.sql.SQLException;

/** The statement changed other rows than were copied before it; its transaction is taken back. */
final class BackupMismatch extends SQLException {
  private static final long serialVersionUID = 1;

  BackupMismatch() {
    super("The statement changed other rows than had been backed up before it.", "55000");
  }
}
