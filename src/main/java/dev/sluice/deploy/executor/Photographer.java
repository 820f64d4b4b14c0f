package dev.sluice.deploy.executor;

import dev.sluice.catalog.Snapshot;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.Snapshots;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the snapshots around a rollout; a missing one is told and stops nothing. */
final class Photographer {
  private final Run run;
  private final Session session;
  private final List<String> unavailable = new ArrayList<>();

  Photographer(Run run, Session session) {
    this.run = run;
    this.session = session;
  }

  /**
   * Finished before the first statement: CREATE INDEX CONCURRENTLY waits for every older snapshot.
   */
  void before(History history) throws SQLException {
    RolloutId id = run.rollout().id();
    if (run.journal().before(id).isPresent()) {
      return;
    }
    if (history.knowsRollout()) {
      unavailable.add("The schema before the rollout was not recorded.");
      return;
    }
    take("before").ifPresent(s -> run.journal().recordBefore(id, s));
  }

  Snapshots after() throws SQLException {
    return new Snapshots(run.journal().before(run.rollout().id()), take("after"), unavailable);
  }

  private Optional<Snapshot> take(String when) throws SQLException {
    try {
      return Optional.of(session.target().snapshot(session.connection()));
    } catch (SQLException e) {
      if (session.lost(e)) {
        throw e;
      }
      session.engine().rollback(session.connection());
      String why = session.target().explain(e).message();
      unavailable.add("No snapshot " + when + " the rollout: " + why);
      return Optional.empty();
    }
  }
}
