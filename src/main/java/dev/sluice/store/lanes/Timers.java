package dev.sluice.store.lanes;

import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Recurring work: a row per timer says when it is due; the replica that moves it on enqueues an
 * item of the timer's name as kind in the timer's own lane. A run that is still waiting or working
 * swallows the next one, a run that fails or dies does not stop the timer.
 */
public final class Timers {

  private record Timer(String name, Duration period) {}

  private final StoreDatabase store;
  private final Lanes lanes;
  private final List<Timer> timers = new CopyOnWriteArrayList<>();

  public Timers(StoreDatabase store, Lanes lanes) {
    this.store = store;
    this.lanes = lanes;
  }

  /** Due at once, and then every period; items come with an empty payload. */
  public void every(String name, Duration period) {
    store.update(
        tx ->
            tx.handle()
                .createUpdate(
                    "insert into timer (name, next_at) values (:name, :now)"
                        + " on conflict (name) do update set next_at = excluded.next_at")
                .bind("name", name)
                .bind("now", tx.now())
                .execute());
    timers.add(new Timer(name, period));
  }

  void tick() {
    List<String> due = timers.isEmpty() ? List.of() : store.read(Timers::due);
    timers.stream().filter(timer -> due.contains(timer.name())).forEach(this::fire);
  }

  private void fire(Timer timer) {
    store.update(
        tx -> {
          if (moveOn(tx, timer) && ItemRows.idle(tx, LaneName.timer(timer.name()))) {
            lanes.enqueue(tx, NewItem.of(LaneName.timer(timer.name()), timer.name(), Map.of()));
          }
        });
  }

  private static List<String> due(ReadTx tx) {
    return tx.handle()
        .createQuery("select name from timer where next_at <= :now")
        .bind("now", tx.now())
        .mapTo(String.class)
        .list();
  }

  private static boolean moveOn(WriteTx tx, Timer timer) {
    Instant next = tx.now().plus(timer.period());
    return tx.handle()
            .createUpdate("update timer set next_at = :next where name = :name and next_at <= :now")
            .bind("next", next)
            .bind("name", timer.name())
            .bind("now", tx.now())
            .execute()
        == 1;
  }
}
