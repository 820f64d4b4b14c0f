package dev.sluice.demo.model;

import java.time.Instant;

/** One deployment to an environment. */
public record Deployment(
    long id,
    long iid,
    Environment environment,
    String sha,
    String ref,
    String status,
    User user,
    Instant createdAt,
    Instant updatedAt) {

  public Deployment withStatus(String newStatus, Instant at) {
    return new Deployment(id, iid, environment, sha, ref, newStatus, user, createdAt, at);
  }
}
