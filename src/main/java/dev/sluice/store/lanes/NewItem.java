package dev.sluice.store.lanes;

import dev.sluice.store.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work to be done.
 *
 * @param kind decides the handler and the retries
 * @param payload JSON object; its {@code project}, {@code mr} and {@code target}, where present,
 *     mark every log line of the work
 * @param dedupKey at most one item with this key is ever accepted, until done ones are pruned
 * @param readyAt not before then; null: now
 */
public record NewItem(
    LaneName lane,
    String kind,
    String payload,
    @Nullable String dedupKey,
    @Nullable Instant readyAt) {

  /** The payload is a map, or a record of plain values. */
  public static NewItem of(LaneName lane, String kind, Object payload) {
    return new NewItem(lane, kind, Json.write(payload), null, null);
  }

  public NewItem once(String dedupKey) {
    return new NewItem(lane, kind, payload, dedupKey, readyAt);
  }

  public NewItem at(Instant readyAt) {
    return new NewItem(lane, kind, payload, dedupKey, readyAt);
  }
}
