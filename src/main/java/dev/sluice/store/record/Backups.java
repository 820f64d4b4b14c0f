package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.backup.BackupKind;
import dev.sluice.deploy.backup.BackupState;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.deploy.backup.Shape;
import dev.sluice.sql.ObjectName;
import dev.sluice.store.Columns;
import dev.sluice.store.Json;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What deployments kept of rows before they changed them. */
public final class Backups {
  private Backups() {}

  /** By seq. */
  public static List<RecordedBackup> of(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery("select * from backup where rollout = :rollout order by seq")
        .bind("rollout", id.value())
        .map(BACKUP)
        .list();
  }

  /** Those that may be on the target, the newest rollout first. */
  public static List<RecordedBackup> on(ReadTx tx, TargetName target) {
    return tx.handle()
        .createQuery(
            "select b.* from backup b join rollout r on r.id = b.rollout where r.target = :target"
                + " and b.state in ('BEGUN', 'KEPT') order by b.rollout desc, b.seq")
        .bind("target", target.toString())
        .map(BACKUP)
        .list();
  }

  /** The targets on which backups may be. */
  public static List<String> targets(ReadTx tx) {
    return tx.handle()
        .createQuery(
            "select distinct r.target from backup b join rollout r on r.id = b.rollout"
                + " where b.state in ('BEGUN', 'KEPT') order by r.target")
        .mapTo(String.class)
        .list();
  }

  /** The targets with backups that have expired, and of which nobody knows that they are gone. */
  public static List<String> targetsWithExpired(ReadTx tx, Instant now) {
    return tx.handle()
        .createQuery(
            "select distinct r.target from backup b join rollout r on r.id = b.rollout"
                + " where b.state in ('BEGUN', 'KEPT') and b.expires_at <= :now order by r.target")
        .bind("now", now)
        .mapTo(String.class)
        .list();
  }

  /** Each in place of what was known about the same statement. */
  public static void save(WriteTx tx, List<RecordedBackup> backups) {
    if (backups.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                "insert into backup (rollout, seq, kind, source, backup_table, shape, state, note,"
                    + " row_count, byte_count, created_at, expires_at) values (:rollout, :seq,"
                    + " :kind, :sourceJson, :tableJson, :shapeJson, :state, :note, :rowCount,"
                    + " :byteCount, :createdAt, :expiresAt) on conflict (rollout, seq) do update"
                    + " set kind = excluded.kind, source = excluded.source,"
                    + " backup_table = excluded.backup_table, shape = excluded.shape,"
                    + " state = excluded.state, note = excluded.note,"
                    + " row_count = excluded.row_count, byte_count = excluded.byte_count,"
                    + " created_at = excluded.created_at, expires_at = excluded.expires_at");
    backups.forEach(backup -> add(batch, backup));
    batch.execute();
  }

  private static void add(PreparedBatch batch, RecordedBackup backup) {
    batch
        .bindMethods(backup)
        .bind("sourceJson", Json.write(backup.source()))
        .bind("tableJson", Json.write(backup.table()))
        .bind("shapeJson", Json.write(backup.shape()))
        .bind("rowCount", boxed(backup.rows()))
        .bind("byteCount", boxed(backup.bytes()))
        .add();
  }

  /** The table is gone from the target. */
  public static void dropped(WriteTx tx, RecordedBackup backup) {
    tx.handle()
        .createUpdate(
            "update backup set state = 'DROPPED', dropped_at = :now"
                + " where rollout = :rollout and seq = :seq")
        .bindMethods(backup)
        .bind("now", tx.now())
        .execute();
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static final RowMapper<RecordedBackup> BACKUP =
      (row, context) ->
          new RecordedBackup(
              row.getLong("rollout"),
              row.getInt("seq"),
              BackupKind.valueOf(row.getString("kind")),
              Json.read(row.getString("source"), ObjectName.class),
              Json.read(row.getString("backup_table"), ObjectName.class),
              Json.read(row.getString("shape"), Shape.class),
              BackupState.valueOf(row.getString("state")),
              row.getString("note"),
              RolloutRow.optional(row, "row_count"),
              RolloutRow.optional(row, "byte_count"),
              Columns.instant(row, "created_at"),
              Columns.instant(row, "expires_at"));
}
