package dev.sluice.deploy.executor;

import dev.sluice.change.ScriptName;
import dev.sluice.deploy.StepState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Our two tables in the target. Reads and writes join the transaction that is open on the
 * connection: that a statement's row commits with its effect is what makes resuming exact.
 */
final class Meta {
  private static final List<String> REPLACED_IN_STATEMENT =
      List.of("state", "sha256", "started_at", "ended_at", "row_count", "error");
  private static final List<String> REPLACED_IN_HISTORY =
      List.of("status", "applied_at", "duration_ms", "applied_by", "fence_token");

  private final Connection connection;
  private final MetaSchema schema;

  Meta(Connection connection, MetaSchema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  boolean present() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(schema.present());
        ResultSet rows = query.executeQuery()) {
      return rows.next();
    }
  }

  void create() throws SQLException {
    for (String sql : schema.create()) {
      execute(sql);
    }
  }

  /** The whole history, the newest rollout last. */
  List<HistoryRow> history() throws SQLException {
    String sql =
        "select rollout, path, kind, version, sha256, "
            + schema.change()
            + ", status, applied_at, fence_token from "
            + schema.history()
            + " order by fence_token, rollout";
    List<HistoryRow> result = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        result.add(
            new HistoryRow(
                row.getLong(1),
                row.getString(2),
                ScriptName.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row.getString(8)),
                row.getLong(9)));
      }
    }
    return result;
  }

  /** The statements of one rollout by seq. */
  Map<Integer, StatementRow> statements(long rollout) throws SQLException {
    String sql =
        "select seq, path, sha256, state, trace_before, started_at, ended_at, row_count, error from"
            + " "
            + schema.statement()
            + " where rollout = ?";
    Map<Integer, StatementRow> result = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, rollout);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          result.put(row.getInt(1), statement(row));
        }
      }
    }
    return result;
  }

  private static StatementRow statement(ResultSet row) throws SQLException {
    String endedAt = row.getString(7);
    long count = row.getLong(8);
    OptionalLong rows = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
    return new StatementRow(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        StepState.valueOf(row.getString(4)),
        Optional.ofNullable(row.getString(5)),
        instant(row.getString(6)),
        Optional.ofNullable(endedAt).map(Meta::instant),
        rows,
        Optional.ofNullable(row.getString(9)));
  }

  /** Inserts or replaces a statement's row. */
  void write(long rollout, StatementRow row) throws SQLException {
    write(rollout, List.of(row));
  }

  /** Inserts or replaces statements' rows, in one go where the driver can. */
  void write(long rollout, List<StatementRow> rows) throws SQLException {
    String sql =
        schema.upsert().into(schema.statement())
            + """
             (rollout, seq, path, sha256, state, trace_before, started_at, ended_at, row_count,
              error) values (?, ?, ?, ?, ?, ?, %1$s, %1$s, ?, ?)
            """
                .formatted(schema.instant())
            + schema
                .upsert()
                .replace("rollout, seq", REPLACED_IN_STATEMENT, List.of("trace_before"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (StatementRow row : rows) {
        bind(statement, values(rollout, row));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Object[] values(long rollout, StatementRow row) {
    return new Object[] {
      rollout,
      row.seq(),
      row.path(),
      row.sha256(),
      row.state().name(),
      row.traceBefore(),
      row.startedAt(),
      row.endedAt(),
      row.rows(),
      row.error()
    };
  }

  /** Inserts or replaces a script's row. */
  void write(HistoryEntry entry) throws SQLException {
    execute(
        insertHistory() + schema.upsert().replace("rollout, path", REPLACED_IN_HISTORY, List.of()),
        entry.values());
  }

  /** Puts a row in place of the one that is there, whatever it says. */
  void replace(long rollout, String path, Object... values) throws SQLException {
    execute("delete from " + schema.history() + " where rollout = ? and path = ?", rollout, path);
    execute(insertHistory(), values);
  }

  private String insertHistory() {
    return schema.upsert().into(schema.history())
        + """
         (rollout, path, kind, version, description, sha256, %s, digest, merge_commit,
          status, applied_at, duration_ms, applied_by, fence_token)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s, ?, ?, ?)
        """
            .formatted(schema.change(), schema.instant());
  }

  /** Lets a version run again after its undo script has run. */
  void markUndone(String version) throws SQLException {
    execute(
        "update "
            + schema.history()
            + " set status = 'UNDONE' where status = 'DONE' and kind = 'VERSIONED' and version = ?",
        version);
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.execute();
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof OptionalLong number) {
      statement.setObject(index, number.isPresent() ? number.getAsLong() : null, Types.BIGINT);
    } else if (value instanceof Optional<?> text) {
      statement.setString(index, text.map(Object::toString).orElse(null));
    } else if (value instanceof Number number) {
      statement.setLong(index, number.longValue());
    } else {
      statement.setString(index, value.toString());
    }
  }

  /** PostgreSQL answers {@code 2026-11-22 10:00:00.5+00}, the others what we wrote. */
  private static Instant instant(String text) {
    String iso = text.replace(' ', 'T');
    return iso.endsWith("Z")
        ? Instant.parse(iso)
        : OffsetDateTime.parse(iso.matches(".*[+-]\\d\\d") ? iso + ":00" : iso).toInstant();
  }
}
