package dev.sluice;

import dev.sluice.mergerequest.Event;
import dev.sluice.store.Json;
import dev.sluice.store.lanes.Inbox;
import java.util.List;

/** An event as the inbox keeps it: the name of its kind, and its numbers as JSON. */
final class StoredEvent {
  private static final List<Class<? extends Event>> KINDS =
      List.of(
          Event.MergeRequestChanged.class,
          Event.Commented.class,
          Event.ApprovalsChanged.class,
          Event.Merged.class,
          Event.BranchPushed.class);

  private StoredEvent() {}

  static String kind(Event event) {
    return event.getClass().getSimpleName();
  }

  static String body(Event event) {
    return Json.write(event);
  }

  static Event read(Inbox.Delivery delivery) {
    Class<? extends Event> kind =
        KINDS.stream()
            .filter(k -> k.getSimpleName().equals(delivery.event()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no event " + delivery.event()));
    return Json.read(delivery.body(), kind);
  }
}
