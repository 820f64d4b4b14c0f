package dev.sluice.deploy.executor;

import dev.sluice.bulk.BatchPlan.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Our table of batches in the target. Its row commits with the batch that it is about, which is
 * what makes each batch run exactly once.
 */
record BatchTable(Connection connection, MetaSchema schema) {
  private static final String CREATE =
      """
      create table if not exists %s (
        rollout bigint not null,
        seq bigint not null,
        last_key text,
        end_key text not null,
        batches bigint not null,
        seen bigint not null,
        changed bigint not null,
        updated_at text not null,
        primary key (rollout, seq))\
      """;

  /** Made when the first statement needs it; outside a transaction. */
  void create() throws SQLException {
    Jdbc.execute(connection, CREATE.formatted(schema.batch()) + schema.tableOptions());
  }

  Optional<BatchRow> read(long rollout, int seq) throws SQLException {
    String sql =
        "select last_key, end_key, batches, seen, changed from "
            + schema.batch()
            + " where rollout = ? and seq = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, rollout);
      query.setLong(2, seq);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new BatchRow(
                    Optional.ofNullable(row.getString(1)).map(Position::decode),
                    Position.decode(row.getString(2)),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)))
            : Optional.empty();
      }
    }
  }

  /** Joins the transaction that is open. */
  void write(long rollout, int seq, BatchRow row, Instant now) throws SQLException {
    String sql =
        schema.upsert().into(schema.batch())
            + " (rollout, seq, last_key, end_key, batches, seen, changed, updated_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) "
            + schema
                .upsert()
                .replace(
                    "rollout, seq",
                    List.of("last_key", "end_key", "batches", "seen", "changed", "updated_at"),
                    List.of());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, rollout);
      statement.setLong(2, seq);
      statement.setString(3, row.at().map(Position::encoded).orElse(null));
      statement.setString(4, row.last().encoded());
      statement.setLong(5, row.batches());
      statement.setLong(6, row.seen());
      statement.setLong(7, row.changed());
      statement.setString(8, now.toString());
      statement.executeUpdate();
    }
  }
}
