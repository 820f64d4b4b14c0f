package dev.sluice.mergerequest;

import java.time.Instant;
import java.util.List;

/** A commit; {@code parents} in git's order, the first one is the branch's own line. */
public record Commit(
    String sha,
    List<String> parents,
    String message,
    String authorName,
    String authorEmail,
    String committerEmail,
    Instant committedAt) {
  public Commit {
    parents = List.copyOf(parents);
  }
}
