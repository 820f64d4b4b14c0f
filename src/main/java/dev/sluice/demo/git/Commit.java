package dev.sluice.demo.git;

import java.time.Instant;
import java.util.List;

/** A commit; the first parent is the line that a branch followed. */
public record Commit(
    String id, Tree tree, List<String> parents, Signature author, String message, Instant at) {

  public Commit {
    parents = List.copyOf(parents);
  }

  public String title() {
    return message.lines().findFirst().orElse("");
  }

  public String shortId() {
    return id.substring(0, 8);
  }
}
