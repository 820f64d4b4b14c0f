package dev.sluice.deploy.foreign;

import dev.sluice.deploy.foreign.ForeignScript.Kind;
import dev.sluice.deploy.foreign.ForeignScript.Run;
import dev.sluice.sql.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code schema_migrations} of golang-migrate: one row with the version that it reached. */
public final class GolangMigrateHistory implements ForeignHistory {
  @Override
  public String table(Dialect dialect) {
    return "schema_migrations";
  }

  @Override
  public String query() {
    return "version, dirty from %s";
  }

  @Override
  public ForeignScript row(ResultSet row) throws SQLException {
    String version = row.getString("version");
    String trouble =
        row.getBoolean("dirty")
            ? "is dirty: repair the database, run migrate force "
                + version
                + " (or the version before it), then import"
            : "";
    return new ForeignScript(
        "version " + version,
        Kind.UP_TO,
        version,
        "",
        "",
        Optional.empty(),
        new Run(Instant.EPOCH, Duration.ZERO, "", trouble));
  }
}
