package dev.sluice.store.lanes;

/** Webhooks as they came, on disk before they are acknowledged. */
public final class Inbox {

  /** The kind of the items that hold webhooks. */
  public static final String KIND = "webhook";

  /** Whether this delivery is new to us; both are acknowledged. */
  public enum Receipt {
    STORED,
    DUPLICATE
  }

  /** The payload of such an item; the body is GitLab's JSON as it came. */
  public record Delivery(String event, String body) {}

  private final Lanes lanes;

  public Inbox(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * Durable on return.
   *
   * @param deliveryKey GitLab's Idempotency-Key, or a hash where it sent none
   */
  public Receipt store(String deliveryKey, String event, String body) {
    NewItem item =
        NewItem.of(LaneName.inbox(), KIND, new Delivery(event, body))
            .once("webhook/" + deliveryKey);
    return lanes.enqueue(item) ? Receipt.STORED : Receipt.DUPLICATE;
  }
}
