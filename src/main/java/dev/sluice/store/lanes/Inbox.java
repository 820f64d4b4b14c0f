package dev.sluice.store.lanes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.mergerequest.Event;
import dev.sluice.store.Json;
import dev.sluice.store.WriteTx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Events as they came, on disk before they are acknowledged; sorted into lanes afterwards. A write
 * waits for the disk, so one thread stores all that has arrived during the write before.
 */
public final class Inbox {

  /** The kind of the items that hold events. */
  public static final String KIND = "event";

  private static final int MOST_AT_ONCE = 200;

  private record Stored(String type, Event event) {}

  /** An event that waits to be stored. */
  private record Arrival(NewItem item, CompletableFuture<Boolean> accepted) {}

  private final Lanes lanes;
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final Executor writing = writer();

  public Inbox(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * Durable on return; an exception means that it may not be.
   *
   * @param deliveryKey GitLab's Idempotency-Key, or a hash where it sent none; at most 200
   *     characters
   * @return false when this delivery is stored already
   */
  public boolean accept(Event event, String deliveryKey) {
    Stored stored = new Stored(event.getClass().getSimpleName(), event);
    NewItem item = NewItem.of(LaneName.inbox(), KIND, stored).once("delivery/" + deliveryKey);
    Arrival mine = new Arrival(item, new CompletableFuture<>());
    arrivals.add(mine);
    writing.execute(this::storeAll);
    return mine.accepted().join();
  }

  private static Executor writer() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Inbox::thread);
    one.allowCoreThreadTimeOut(true); // nothing to close
    return one;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "inbox-writer");
    thread.setDaemon(true);
    return thread;
  }

  /** One transaction for all that wait: it holds for each of them, or none is stored. */
  private void storeAll() {
    List<Arrival> batch = new ArrayList<>();
    for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
      batch.add(next);
    }
    if (batch.isEmpty()) {
      return; // stored with those before
    }
    try {
      List<Boolean> accepted = lanes.enqueueAll(batch.stream().map(Arrival::item).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).accepted().complete(accepted.get(i));
      }
    } catch (RuntimeException | Error notStored) {
      batch.forEach(arrival -> arrival.accepted().completeExceptionally(notStored));
    }
  }

  /**
   * Sorts the claimed event and those that wait behind it in one transaction. After a failure it
   * goes alone: one of the others may have been the cause.
   *
   * @param router makes work of an event
   */
  public static Outcome sort(WorkItem claimed, BiConsumer<WriteTx, Event> router) {
    int others = claimed.attempts() == 1 ? MOST_AT_ONCE : 0;
    return Outcome.done(
        tx -> {
          router.accept(tx, event(claimed));
          ItemRows.endFollowing(tx, claimed, others)
              .forEach(item -> router.accept(tx, event(item)));
        });
  }

  static Event event(WorkItem item) {
    JsonNode stored = Json.tree(item.payload());
    Class<?> type =
        Arrays.stream(Event.class.getPermittedSubclasses())
            .filter(t -> t.getSimpleName().equals(stored.path("type").asText()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such event: " + stored.path("type")));
    return (Event) Json.read(stored.path("event").toString(), type);
  }
}
