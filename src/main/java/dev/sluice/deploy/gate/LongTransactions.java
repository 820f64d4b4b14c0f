package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import java.sql.SQLException;

/** Whoever reads a table for long keeps a change of it waiting, and that keeps everybody else. */
record LongTransactions() implements Gate {
  private static final GateInfo INFO = new GateInfo("long_transactions", "long transactions", true);

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Then then(GateCase on) {
    return on.settings().longTransactions().then();
  }

  @Override
  public Reading read(GateCase on) throws SQLException {
    return Reading.of(
        on.load()
            .longTransactions(
                on.connection(), on.settings().longTransactions().over(), on.tables()),
        found -> found);
  }
}
