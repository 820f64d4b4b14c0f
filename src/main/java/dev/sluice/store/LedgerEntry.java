package dev.sluice.store;

import dev.sluice.change.Digest;
import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.MergeRequestId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody or something decided or did.
 *
 * @param actor {@code gitlab:<user id>:<username>} or {@code sluice}
 * @param action dotted verb, e.g. {@code vote.approve}, {@code rollout.finished}
 * @param digest of the change that it is about
 * @param details JSON, whatever else belongs to the action; never a secret
 */
public record LedgerEntry(
    Instant at,
    String actor,
    String action,
    Subject subject,
    @Nullable String digest,
    @Nullable String reason,
    String details) {

  /** What an entry is about; any part may be missing. */
  public record Subject(
      @Nullable Long repository, @Nullable Long mergeRequest, @Nullable String target) {

    public static Subject none() {
      return new Subject(null, null, null);
    }

    public static Subject repository(long repository) {
      return new Subject(repository, null, null);
    }

    public static Subject of(MergeRequestId id) {
      return new Subject(id.repository(), id.iid(), null);
    }

    public Subject on(TargetName target) {
      return new Subject(repository, mergeRequest, target.toString());
    }
  }

  /** How the ledger calls a person of GitLab. */
  public static String person(long id, String username) {
    return "gitlab:" + id + ":" + username;
  }

  public static LedgerEntry of(Instant at, String actor, String action, Subject subject) {
    return new LedgerEntry(at, actor, action, subject, null, null, "{}");
  }

  public LedgerEntry digest(Digest digest) {
    return new LedgerEntry(at, actor, action, subject, digest.value(), reason, details);
  }

  public LedgerEntry reason(String reason) {
    return new LedgerEntry(at, actor, action, subject, digest, reason, details);
  }

  public LedgerEntry details(Map<String, ?> details) {
    return new LedgerEntry(at, actor, action, subject, digest, reason, Json.write(details));
  }
}
