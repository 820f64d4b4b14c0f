package dev.sluice.demo.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An external commit status: a job in a pipeline. */
public final class CommitStatus {
  public final long id;
  public final String name;
  public final User author;
  public final Instant createdAt;
  public String status = "created";
  public boolean retried;
  public @Nullable String description;
  public @Nullable String targetUrl;
  public @Nullable Instant startedAt;
  public @Nullable Instant finishedAt;

  public CommitStatus(long id, String name, User author, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.author = author;
    this.createdAt = createdAt;
  }

  public boolean isFinished() {
    return Set.of("success", "failed", "canceled", "skipped").contains(status);
  }
}
