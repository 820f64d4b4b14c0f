package dev.sluice.store.lanes;

import dev.sluice.store.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed item.
 *
 * @param attempts how many tries began, this one included: 1 at first
 */
public record WorkItem(
    long id,
    String lane,
    String kind,
    String payload,
    @Nullable String dedupKey,
    int attempts,
    Instant readyAt,
    Instant createdAt) {

  public <T> T payload(Class<T> type) {
    return Json.read(payload, type);
  }
}
