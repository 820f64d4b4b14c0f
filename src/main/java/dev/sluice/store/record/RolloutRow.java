package dev.sluice.store.record;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.RolloutId;
import dev.sluice.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;

/** How a row of {@code rollout} is read. */
final class RolloutRow {

  static final RowMapper<RecordedRollout> MAPPER =
      (row, context) ->
          new RecordedRollout(
              new RolloutId(row.getLong("id")),
              row.getLong("deployment"),
              TargetName.parse(row.getString("target")),
              RolloutState.valueOf(row.getString("state")),
              row.getString("reason"),
              run(row),
              optional(row, "gitlab_deployment"));

  private RolloutRow() {}

  private static RecordedRollout.Run run(ResultSet row) throws SQLException {
    return new RecordedRollout.Run(
        row.getString("started_by"),
        Optional.ofNullable(Columns.nullableInstant(row, "started_at")),
        Optional.ofNullable(Columns.nullableInstant(row, "ended_at")),
        optional(row, "before_snapshot"),
        optional(row, "after_snapshot"));
  }

  static OptionalLong optional(ResultSet row, String column) throws SQLException {
    Long value = Columns.nullableLong(row, column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
