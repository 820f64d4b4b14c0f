package dev.sluice.deploy.backup;

import dev.sluice.sql.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements that bring back what statements of a rollout changed. Pure: made from the record
 * alone, without asking the target. What it needs: that the backups are still {@link
 * BackupState#KEPT}, and that the tables have the columns that they had when the backups were made;
 * where they do not, the statements fail, they never bring back something else.
 *
 * @param statements in the order in which they must run, the last change taken back first; without
 *     terminators. They run with the account that deploys, within one transaction where the engine
 *     can
 * @param remarks what the statements do not bring back or cannot see, a sentence each, in English
 */
public record Restore(List<String> statements, List<String> remarks) {
  static final String LATER_EDITS =
      "Rows of %s that were changed again since are overwritten with what they were before.";
  static final String NOT_KEPT = "Statement %d has no backup: %s";

  public Restore {
    statements = List.copyOf(statements);
    remarks = List.copyOf(remarks);
  }

  /** All of it: definitions too, where the backup knows them (a moved table, a dropped column). */
  public static Restore of(List<RecordedBackup> backups, Dialect dialect) {
    return of(backups, dialect, true);
  }

  /**
   * The rows only: for tables and columns that something else brings back before. Nothing for a
   * table that was moved, whose rows are still in it.
   */
  public static Restore rowsOf(List<RecordedBackup> backups, Dialect dialect) {
    return of(backups, dialect, false);
  }

  private static Restore of(List<RecordedBackup> backups, Dialect dialect, boolean definitionsToo) {
    List<String> statements = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>();
    backups.stream()
        .sorted(Comparator.comparingInt(RecordedBackup::seq).reversed())
        .forEach(
            backup -> {
              if (backup.kept()) {
                statements.addAll(new RestoreSql(dialect).of(backup, definitionsToo));
                remarks.addAll(remarks(backup));
              } else if (backup.state() != BackupState.EMPTY) {
                remarks.add(NOT_KEPT.formatted(backup.seq(), why(backup)));
              }
            });
    return new Restore(statements, List.copyOf(remarks));
  }

  private static String why(RecordedBackup backup) {
    return backup.state() == BackupState.DROPPED ? "it was dropped." : backup.note();
  }

  private static List<String> remarks(RecordedBackup backup) {
    List<String> remarks = new ArrayList<>();
    if (backup.kind() == BackupKind.UPDATED || backup.kind() == BackupKind.INSERTED) {
      remarks.add(LATER_EDITS.formatted(backup.source()));
    }
    if (backup.kind() == BackupKind.TABLE_ROWS) {
      remarks.add("The table " + backup.source() + " must be there again, with all its columns.");
    }
    if (!backup.note().isEmpty()) {
      remarks.add(backup.note());
    }
    return remarks;
  }
}
