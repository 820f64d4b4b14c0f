package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import java.sql.SQLException;
import java.util.List;

/** A change that rewrites a table needs room for another one. */
record DiskFree() implements Gate {
  private static final long MEGABYTE = 1024 * 1024;
  private static final GateInfo INFO = new GateInfo("disk_free", "free disk", false);

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Then then(GateCase on) {
    return on.settings().diskFree().then();
  }

  @Override
  public Reading read(GateCase on) throws SQLException {
    long least = on.settings().diskFree().underMb();
    return Reading.of(
        on.load().freeDisk(on.target()),
        bytes ->
            bytes / MEGABYTE >= least
                ? List.of()
                : List.of(bytes / MEGABYTE + " MB of disk are free only"));
  }
}
