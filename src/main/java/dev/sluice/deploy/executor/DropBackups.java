package dev.sluice.deploy.executor;

import dev.sluice.change.BackupPolicy;
import dev.sluice.deploy.backup.BackupDdl;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.target.TargetDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops backup tables, never anything without our mark. */
public final class DropBackups {
  private DropBackups() {}

  /**
   * @param gone are not on the target any more
   * @param failure what kept the rest from being dropped, in words for people
   */
  public record Result(List<RecordedBackup> gone, Optional<String> failure) {
    public Result {
      gone = List.copyOf(gone);
    }
  }

  /** To be called in the target's lane, so that no deployment is at work there. */
  public static Result drop(TargetDatabase target, List<RecordedBackup> backups) {
    BackupDdl ddl = new BackupDdl(target.dialect(), BackupPolicy.DEFAULT.schema());
    List<RecordedBackup> gone = new ArrayList<>();
    try (Connection connection = target.openForDeploy("backups")) {
      connection.setAutoCommit(true);
      for (RecordedBackup backup : backups) {
        new BackupTables(connection, ddl).drop(backup);
        gone.add(backup);
      }
      return new Result(gone, Optional.empty());
    } catch (SQLException e) {
      return new Result(gone, Optional.of(target.explain(e).message()));
    }
  }
}
