package dev.sluice.demo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What GitLab makes of external commit statuses: one pipeline for each commit and ref. */
public final class Pipeline {
  public final long id;
  public final String sha;
  public final String ref;
  public final Instant createdAt;
  public final List<CommitStatus> jobs = new ArrayList<>();

  public Pipeline(long id, String sha, String ref, Instant createdAt) {
    this.id = id;
    this.sha = sha;
    this.ref = ref;
    this.createdAt = createdAt;
  }

  public List<CommitStatus> latest() {
    return jobs.stream().filter(job -> !job.retried).toList();
  }

  /** The worst of its jobs, as GitLab sums them up. */
  public String status() {
    var states = latest().stream().map(job -> job.status).toList();
    for (var state : List.of("failed", "running", "pending", "canceled")) {
      if (states.contains(state)) {
        return state;
      }
    }
    return states.contains("success") ? "success" : "skipped";
  }
}
