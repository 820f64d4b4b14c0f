package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import java.sql.SQLException;

/** Two tools that change one table undo each other's work. */
record OtherTools() implements Gate {
  private static final GateInfo INFO = new GateInfo("other_tools", "other tools at work", true);

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Then then(GateCase on) {
    return on.settings().otherTools().then();
  }

  @Override
  public Reading read(GateCase on) throws SQLException {
    return Reading.of(on.load().otherTools(on.connection(), on.tables()), found -> found);
  }
}
