package dev.sluice.deploy.foreign;

import dev.sluice.deploy.foreign.ForeignScript.Kind;
import dev.sluice.deploy.foreign.ForeignScript.Run;
import dev.sluice.sql.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** {@code databasechangelog}: a row per change set, several of which may be of one file. */
public final class LiquibaseHistory implements ForeignHistory {
  @Override
  public String table(Dialect dialect) {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB
        ? "DATABASECHANGELOG"
        : "databasechangelog";
  }

  @Override
  public String query() {
    return "* from %s order by orderexecuted";
  }

  @Override
  public ForeignScript row(ResultSet row) throws SQLException {
    String type = ForeignHistory.text(row.getString("exectype"));
    String id = row.getString("id") + " by " + row.getString("author");
    return new ForeignScript(
        "#" + row.getInt("orderexecuted"),
        type.equals("SKIPPED") ? Kind.OTHER : Kind.VERSIONED,
        "",
        id,
        ForeignHistory.text(row.getString("filename")),
        Optional.empty(),
        new Run(
            ForeignHistory.instant(row, "dateexecuted"),
            Duration.ZERO,
            ForeignHistory.text(row.getString("author")),
            type.equals("FAILED")
                ? "failed with Liquibase: repair the database, run it again or delete the row, then"
                    + " import"
                : ""));
  }
}
