package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.Underway;
import dev.sluice.store.Columns;
import dev.sluice.store.Json;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** What was seen last of the statements that run. */
public final class Underways {
  private static final RowMapper<Underway> UNDERWAY =
      (row, context) ->
          new Underway(
              row.getInt("seq"),
              row.getInt("statements"),
              row.getString("statement"),
              Columns.instant(row, "started_at"),
              Optional.ofNullable(row.getString("stage")),
              Json.readList(row.getString("blockers"), String.class),
              Columns.instant(row, "seen_at"));

  private Underways() {}

  /** Of a rollout that runs; nothing of one that does not. */
  public static Optional<Underway> find(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery(
            "select u.* from rollout_underway u join rollout r on r.id = u.rollout"
                + " where u.rollout = :rollout and r.state = 'RUNNING'")
        .bind("rollout", id.value())
        .map(UNDERWAY)
        .findOne();
  }

  static void save(WriteTx tx, RolloutId id, Underway seen) {
    forget(tx, id);
    tx.handle()
        .createUpdate(
            "insert into rollout_underway (rollout, seq, statements, statement, started_at, stage,"
                + " blockers, seen_at) values (:rollout, :seq, :statements, :statement, :startedAt,"
                + " :stageWords, :blockersJson, :seenAt)")
        .bindMethods(seen)
        .bind("rollout", id.value())
        .bind("stageWords", seen.stage())
        .bind("blockersJson", Json.write(seen.blockers()))
        .execute();
  }

  static void forget(WriteTx tx, RolloutId id) {
    tx.handle()
        .createUpdate("delete from rollout_underway where rollout = :rollout")
        .bind("rollout", id.value())
        .execute();
  }
}
