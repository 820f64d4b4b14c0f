package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import dev.sluice.target.Spans;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A deployment makes replicas that are behind fall further behind. */
record ReplicationLag() implements Gate {
  private static final GateInfo INFO = new GateInfo("replication_lag", "replication lag", false);

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Then then(GateCase on) {
    return on.settings().replicationLag().then();
  }

  @Override
  public Reading read(GateCase on) throws SQLException {
    Duration most = on.settings().replicationLag().over();
    return Reading.of(
        on.load().replicationLag(on.connection()),
        lag ->
            lag.compareTo(most) <= 0
                ? List.of()
                : List.of("a replica is " + Spans.words(lag) + " behind"));
  }
}
