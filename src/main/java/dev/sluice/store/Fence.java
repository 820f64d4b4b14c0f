package dev.sluice.store;

/**
 * The right to write for one lane: lost as soon as another worker claims the lane, or the lane is
 * released. The token of a lane only grows, so targets can refuse a lower one too.
 */
public record Fence(String lane, long token) {

  /** Throws {@link LostLease}, and so rolls the transaction back, when somebody else took over. */
  public void check(WriteTx tx) {
    boolean held =
        tx.handle()
            .createQuery(
                "select count(*) from lane"
                    + " where name = :lane and token = :token and owner is not null")
            .bind("lane", lane)
            .bind("token", token)
            .mapTo(Long.class)
            .one()
            .equals(1L);
    if (!held) {
      throw new LostLease(this);
    }
  }
}
