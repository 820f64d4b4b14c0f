package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import java.sql.SQLException;

/**
 * Something that must hold before the first statement. One class per gate, one line in {@link
 * Gates}.
 */
interface Gate {
  GateInfo info();

  /** What follows when it does not hold. */
  Then then(GateCase on);

  Reading read(GateCase on) throws SQLException;
}
