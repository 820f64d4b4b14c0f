package dev.sluice.store;

import dev.sluice.change.Sha256;
import dev.sluice.store.Ledger.Head;
import dev.sluice.store.Ledger.Recorded;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the ledger's hashes are made, so that anybody can check them elsewhere: lower-case hex of
 * SHA-256 over UTF-8 of the previous hash, a line feed, and the entry as a JSON array {@code [id,
 * at in epoch millis, actor, action, repository, merge request, target, digest, reason, details as
 * a string]} without spaces, missing parts as null.
 */
final class LedgerChain {

  static final Head START = new Head(0, "0".repeat(64));

  private LedgerChain() {}

  static String hash(String previous, long id, LedgerEntry entry) {
    return Sha256.of(previous + "\n" + canonical(id, entry));
  }

  /** What is wrong with this entry as the successor of that head. */
  static Optional<String> fault(Head head, Recorded entry) {
    if (entry.id() != head.id() + 1) {
      return Optional.of("the entry is missing; the next one is " + entry.id());
    }
    if (!entry.previous().equals(head.hash())) {
      return Optional.of("it does not continue the entry before it");
    }
    if (!entry.hash().equals(hash(head.hash(), entry.id(), entry.entry()))) {
      return Optional.of("its content does not match its hash");
    }
    return Optional.empty();
  }

  /** The store keeps milliseconds; hashing more would never verify. */
  static LedgerEntry toMillis(LedgerEntry entry) {
    return new LedgerEntry(
        entry.at().truncatedTo(ChronoUnit.MILLIS),
        entry.actor(),
        entry.action(),
        entry.subject(),
        entry.digest(),
        entry.reason(),
        entry.details());
  }

  private static String canonical(long id, LedgerEntry entry) {
    return Json.write(
        Arrays.asList(
            id,
            entry.at().toEpochMilli(),
            entry.actor(),
            entry.action(),
            entry.subject().repository(),
            entry.subject().mergeRequest(),
            entry.subject().target(),
            entry.digest(),
            entry.reason(),
            entry.details()));
  }
}
