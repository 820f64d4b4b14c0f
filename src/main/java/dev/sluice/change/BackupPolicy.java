package dev.sluice.change;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import java.time.Duration;
import java.util.Optional;

/** Whether and how the rows that a deployment changes are kept. */
@Doc(
    "What is kept of rows before a deployment changes or drops them. It holds the same data as the"
        + " tables, personal data too, on the same server.")
public record BackupPolicy(
    @Doc("Whether anything is kept.") @Default("true") boolean enabled,
    @Doc("A statement that changes more rows is not backed up.") @Default("100000") long maxRows,
    @Doc("A statement whose rows take more bytes is not backed up; without it, only rows count.")
        Optional<Long> maxBytes,
    @Doc("How long backups stay; then Sluice drops them.") @Default("30d") Duration retention,
    @Doc(
            "The schema (PostgreSQL) or database (MySQL, MariaDB) that they lie in; in SQLite a"
                + " prefix of their names. Begins with sluice_backup.")
        @Default("sluice_backup")
        String schema,
    @Doc(
            "Whether DROP TABLE moves the table to the backups instead, whatever its size, where"
                + " that is the same for everything else.")
        @Default("false")
        boolean softDrop,
    @Doc("What happens to a statement that should be backed up and cannot be.") @Default("warn")
        Otherwise whenNotPossible) {
  public static final BackupPolicy DEFAULT =
      new BackupPolicy(
          true,
          100_000,
          Optional.empty(),
          Duration.ofDays(30),
          "sluice_backup",
          false,
          Otherwise.WARN);

  public static final BackupPolicy NONE =
      new BackupPolicy(
          false, 0, Optional.empty(), Duration.ofDays(30), "sluice_backup", false, Otherwise.WARN);

  /** What to do without a backup. */
  public enum Otherwise {
    @Doc("The statement runs; the result says that it was not backed up, and why.")
    WARN,
    @Doc("The deployment stops before the statement.")
    REFUSE
  }

  public BackupPolicy {
    if (enabled && maxRows < 1) {
      throw new IllegalArgumentException("max_rows must be at least 1");
    }
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("retention must be longer than nothing");
    }
    if (!schema.matches("sluice_backup[a-z0-9_]{0,20}")) {
      throw new IllegalArgumentException(
          "schema must begin with sluice_backup, followed by at most 20 of a-z, 0-9 and _,"
              + " so that Sluice knows what is its own");
    }
  }
}
