package dev.sluice.demo.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A webhook of a project; events are the API's names without {@code _events}. */
public record Hook(
    long id,
    String url,
    Set<String> events,
    @Nullable String token,
    @Nullable String signingToken) {

  public static final Set<String> EVENTS =
      Set.of(
          "push",
          "tag_push",
          "merge_requests",
          "note",
          "confidential_note",
          "issues",
          "pipeline",
          "job",
          "deployment",
          "emoji");

  public Hook {
    events = Set.copyOf(events);
  }
}
