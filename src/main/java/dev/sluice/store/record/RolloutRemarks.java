package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.List;

/** What the result notes of rollouts tell besides the statements. */
public final class RolloutRemarks {
  private RolloutRemarks() {}

  /** By topic. */
  public static List<String> of(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery("select words from rollout_remark where rollout = :rollout order by topic")
        .bind("rollout", id.value())
        .mapTo(String.class)
        .list();
  }

  static void save(WriteTx tx, RolloutId id, String topic, String words) {
    tx.handle()
        .createUpdate(
            "insert into rollout_remark (rollout, topic, words, at)"
                + " values (:rollout, :topic, :words, :now) on conflict (rollout, topic)"
                + " do update set words = excluded.words, at = excluded.at")
        .bind("rollout", id.value())
        .bind("topic", topic)
        .bind("words", words)
        .bind("now", tx.now())
        .execute();
  }

  /** A new try has remarks of its own. */
  static void forget(WriteTx tx, RolloutId id) {
    tx.handle()
        .createUpdate("delete from rollout_remark where rollout = :rollout")
        .bind("rollout", id.value())
        .execute();
  }
}
