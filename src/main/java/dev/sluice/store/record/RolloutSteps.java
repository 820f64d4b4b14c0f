package dev.sluice.store.record;

import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.StepError;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.store.Columns;
import dev.sluice.store.Json;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The statements of the rollouts. */
public final class RolloutSteps {

  private RolloutSteps() {}

  /** By seq. */
  public static List<StepResult> of(ReadTx tx, RolloutId id) {
    return tx.handle()
        .createQuery("select * from rollout_step where rollout = :rollout order by seq")
        .bind("rollout", id.value())
        .map(STEP)
        .list();
  }

  /** Each in place of what was known about the same seq. */
  public static void save(WriteTx tx, RolloutId id, List<StepResult> steps) {
    if (steps.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                "insert into rollout_step (rollout, seq, path, line, sha256, state, committed,"
                    + " started_at, duration_millis, row_count, warnings, error) values (:rollout,"
                    + " :seq, :path, :line, :sha256, :state, :committed, :startedAt, :millis,"
                    + " :rowCount, :warningsJson, :errorJson) on conflict (rollout, seq) do update"
                    + " set path = excluded.path, line = excluded.line, sha256 = excluded.sha256,"
                    + " state = excluded.state, committed = excluded.committed,"
                    + " started_at = excluded.started_at,"
                    + " duration_millis = excluded.duration_millis,"
                    + " row_count = excluded.row_count, warnings = excluded.warnings,"
                    + " error = excluded.error");
    steps.forEach(step -> add(batch, id, step));
    batch.execute();
  }

  private static void add(PreparedBatch batch, RolloutId id, StepResult step) {
    batch
        .bindMethods(step)
        .bind("rollout", id.value())
        .bind("millis", step.duration().toMillis())
        .bind("rowCount", boxed(step.rows()))
        .bind("warningsJson", Json.write(step.warnings()))
        .bind("errorJson", step.error().map(Json::write))
        .add();
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static final RowMapper<StepResult> STEP =
      (row, context) ->
          new StepResult(
              row.getInt("seq"),
              row.getString("path"),
              row.getInt("line"),
              row.getString("sha256"),
              StepState.valueOf(row.getString("state")),
              row.getInt("committed") == 1,
              Columns.instant(row, "started_at"),
              Duration.ofMillis(row.getLong("duration_millis")),
              RolloutRow.optional(row, "row_count"),
              Json.readList(row.getString("warnings"), String.class),
              Optional.ofNullable(row.getString("error"))
                  .map(text -> Json.read(text, StepError.class)));
}
