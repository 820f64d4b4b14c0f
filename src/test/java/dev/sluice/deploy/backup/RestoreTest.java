package dev.sluice.deploy.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RestoreTest {
  private static final Shape ROWS =
      new Shape(
          List.of(
              SavedColumn.of("id"),
              SavedColumn.of("Total"),
              new SavedColumn("state", Optional.of("public.state"))),
          List.of("id"),
          List.of("Total", "state"),
          true,
          Optional.empty());

  @Test
  void theLastChangeIsTakenBackFirst() {
    Restore restore =
        Restore.of(
            List.of(backup(1, BackupKind.UPDATED), backup(2, BackupKind.DELETED)),
            Dialect.POSTGRESQL);
    assertThat(restore.statements())
        .containsExactly(
            "insert into \"public\".\"orders\" (\"id\", \"Total\", \"state\") overriding system"
                + " value select sluice_b.\"id\", sluice_b.\"Total\","
                + " sluice_b.\"state\"::public.state from \"sluice_backup\".\"b2\" as sluice_b",
            "update \"public\".\"orders\" set \"Total\" = sluice_b.\"Total\", \"state\" ="
                + " sluice_b.\"state\"::public.state from \"sluice_backup\".\"b1\" as sluice_b where"
                + " \"public\".\"orders\".\"id\" = sluice_b.\"id\"");
    assertThat(restore.remarks()).hasSize(1);
  }

  @Test
  void mysqlJoins() {
    assertThat(
            Restore.of(List.of(backup(1, BackupKind.UPDATED)), Dialect.MYSQL).statements().get(0))
        .startsWith(
            "update `public`.`orders` join `sluice_backup`.`b1` as sluice_b on"
                + " `public`.`orders`.`id` = sluice_b.`id` set `public`.`orders`.`Total` =");
  }

  @Test
  void whatHasNoBackupIsSaid() {
    RecordedBackup none = backup(3, BackupKind.UPDATED).with(BackupState.DROPPED);
    Restore restore = Restore.of(List.of(none), Dialect.SQLITE);
    assertThat(restore.statements()).isEmpty();
    assertThat(restore.remarks()).containsExactly("Statement 3 has no backup: it was dropped.");
  }

  private static RecordedBackup backup(int seq, BackupKind kind) {
    return new RecordedBackup(
        1,
        seq,
        kind,
        ObjectName.of("public", "orders"),
        ObjectName.of("sluice_backup", "b" + seq),
        ROWS,
        BackupState.KEPT,
        "",
        OptionalLong.of(3),
        OptionalLong.empty(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
