package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import java.sql.SQLException;
import java.util.List;

/** A server without free connections is in trouble already. */
record FreeConnections() implements Gate {
  private static final GateInfo INFO = new GateInfo("free_connections", "free connections", false);

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Then then(GateCase on) {
    return on.settings().freeConnections().then();
  }

  @Override
  public Reading read(GateCase on) throws SQLException {
    int least = on.settings().freeConnections().under();
    return Reading.of(
        on.load().freeConnections(on.connection()),
        free ->
            free >= least
                ? List.of()
                : List.of("the server would take " + Math.max(0, free) + " more connections only"));
  }
}
