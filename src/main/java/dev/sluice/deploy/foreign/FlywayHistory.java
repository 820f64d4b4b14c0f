package dev.sluice.deploy.foreign;

import dev.sluice.deploy.foreign.ForeignScript.Kind;
import dev.sluice.deploy.foreign.ForeignScript.Run;
import dev.sluice.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32;

/** {@code flyway_schema_history}. */
public final class FlywayHistory implements ForeignHistory {
  @Override
  public String table(Dialect dialect) {
    return "flyway_schema_history";
  }

  @Override
  public String query() {
    return "* from %s order by installed_rank";
  }

  @Override
  public ForeignScript row(ResultSet row) throws SQLException {
    int checksum = row.getInt("checksum");
    Optional<Integer> known = row.wasNull() ? Optional.empty() : Optional.of(checksum);
    String version = ForeignHistory.text(row.getString("version"));
    return new ForeignScript(
        "#" + row.getInt("installed_rank"),
        kind(ForeignHistory.text(row.getString("type")), version),
        version,
        ForeignHistory.text(row.getString("description")),
        ForeignHistory.text(row.getString("script")),
        known,
        new Run(
            ForeignHistory.instant(row, "installed_on"),
            Duration.ofMillis(row.getLong("execution_time")),
            ForeignHistory.text(row.getString("installed_by")),
            row.getBoolean("success")
                ? ""
                : "failed with Flyway: repair the database, run flyway repair, then import"));
  }

  private static Kind kind(String type, String version) {
    return switch (type) {
      case "SQL" -> version.isEmpty() ? Kind.REPEATABLE : Kind.VERSIONED;
      case "BASELINE", "SQL_BASELINE" -> Kind.UP_TO;
      case "UNDO_SQL", "DELETE" -> Kind.UNDO;
      default -> Kind.OTHER;
    };
  }

  /**
   * Flyway's checksum of a file: CRC32 over its lines without their ends and without a byte order
   * mark.
   */
  public static int checksum(String text) {
    CRC32 crc = new CRC32();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    plain.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) crc.getValue();
  }
}
