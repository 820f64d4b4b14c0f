package dev.sluice.store.lanes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.mergerequest.Event;
import dev.sluice.store.Json;
import java.util.Arrays;

/** Events as they came, on disk before they are acknowledged; sorted into lanes afterwards. */
public final class Inbox {

  /** The kind of the items that hold events. */
  public static final String KIND = "event";

  private record Stored(String type, Event event) {}

  private final Lanes lanes;

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
    return lanes.enqueue(
        NewItem.of(LaneName.inbox(), KIND, stored).once("delivery/" + deliveryKey));
  }

  /** What an item of our kind holds. */
  public static Event event(WorkItem item) {
    JsonNode stored = Json.tree(item.payload());
    Class<?> type =
        Arrays.stream(Event.class.getPermittedSubclasses())
            .filter(t -> t.getSimpleName().equals(stored.path("type").asText()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such event: " + stored.path("type")));
    return (Event) Json.read(stored.path("event").toString(), type);
  }
}
