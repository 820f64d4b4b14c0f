package dev.sluice.store.record;

import dev.sluice.change.Sha256;

/**
 * A note that we wrote.
 *
 * @param bodySha256 of the text as we sent it, so that equal text is not sent again
 */
public record Posting(String discussion, long note, String bodySha256) {

  public static Posting of(String discussion, long note, String body) {
    return new Posting(discussion, note, Sha256.of(body));
  }

  public boolean says(String body) {
    return bodySha256.equals(Sha256.of(body));
  }
}
