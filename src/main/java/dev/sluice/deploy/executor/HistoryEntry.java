package dev.sluice.deploy.executor;

import dev.sluice.change.Script;
import dev.sluice.deploy.Rollout;
import java.time.Duration;
import java.time.Instant;

/** A script's row to be written into the target's history. */
record HistoryEntry(Rollout rollout, Script script, String status, Instant at, Duration duration) {
  Object[] values() {
    return new Object[] {
      rollout.id().value(),
      script.path(),
      script.name().kind().name(),
      Versions.canonical(script.name()),
      script.name().description(),
      script.sha256(),
      rollout.provenance().change(),
      rollout.provenance().digest().value(),
      rollout.provenance().mergeCommit(),
      status,
      at,
      duration.toMillis(),
      rollout.provenance().by(),
      rollout.token()
    };
  }
}
