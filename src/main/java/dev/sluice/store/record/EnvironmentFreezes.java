package dev.sluice.store.record;

import dev.sluice.store.Columns;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;

/** Environments that people froze; at most one freeze of an environment holds at a time. */
public final class EnvironmentFreezes {
  private EnvironmentFreezes() {}

  /** The one that holds now. */
  public static Optional<EnvironmentFreeze> of(ReadTx tx, String environment) {
    return tx.handle()
        .createQuery(
            "select * from environment_freeze where environment = :environment"
                + " and lifted_at is null and (ends_at is null or ends_at > :now)"
                + " order by id desc limit 1")
        .bind("environment", environment)
        .bind("now", tx.now())
        .map(
            (row, context) ->
                new EnvironmentFreeze(
                    row.getString("environment"),
                    row.getString("reason"),
                    row.getString("made_by"),
                    Columns.instant(row, "at"),
                    Optional.ofNullable(Columns.nullableInstant(row, "ends_at"))))
        .findOne();
  }

  /** In place of an earlier one. */
  public static void save(WriteTx tx, EnvironmentFreeze freeze) {
    lift(tx, freeze.environment());
    tx.handle()
        .createUpdate(
            "insert into environment_freeze (environment, reason, made_by, at, ends_at)"
                + " values (:environment, :reason, :by, :at, :endsAt)")
        .bind("environment", freeze.environment())
        .bind("reason", freeze.reason())
        .bind("by", freeze.by())
        .bind("at", freeze.at())
        .bind("endsAt", freeze.until())
        .execute();
  }

  public static void lift(WriteTx tx, String environment) {
    tx.handle()
        .createUpdate(
            "update environment_freeze set lifted_at = :now"
                + " where environment = :environment and lifted_at is null")
        .bind("environment", environment)
        .bind("now", tx.now())
        .execute();
  }
}
