package dev.sluice.deploy.executor;

import dev.sluice.deploy.backup.BackupDdl;
import dev.sluice.deploy.backup.BackupKind;
import dev.sluice.deploy.backup.BackupPlan.Copy;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.target.ErrorClass;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backup tables over a connection: made, filled, counted, dropped. */
record BackupTables(Connection connection, BackupDdl ddl) {
  private static final Logger LOG = LoggerFactory.getLogger(BackupTables.class);
  private static final String SAVEPOINT = "sluice_backup";

  void execute(String sql) throws SQLException {
    Jdbc.execute(connection, sql);
  }

  void makePlace() throws SQLException {
    boolean missing =
        ddl.placeThere().isPresent() && Jdbc.column(connection, ddl.placeThere().get()).isEmpty();
    if (missing) {
      execute(ddl.place().orElseThrow());
    }
  }

  void create(RecordedBackup backup, Copy copy) throws SQLException {
    for (String sql : ddl.create(backup.table(), copy)) {
      execute(sql);
    }
  }

  void savepoint() throws SQLException {
    execute("savepoint " + SAVEPOINT);
  }

  void toSavepoint() throws SQLException {
    execute("rollback to savepoint " + SAVEPOINT);
  }

  /** After a copy that failed: only what a lock or a person stopped stops the statement too. */
  void takeBack(SQLException failure, Session session) throws SQLException {
    if (session.lost(failure) || session.target().classify(failure) != ErrorClass.FAILED) {
      throw failure;
    }
    toSavepoint();
  }

  /** How many rows were copied; empty when there are more than {@code most}. */
  OptionalLong fill(RecordedBackup backup, Copy copy, boolean locked, long most)
      throws SQLException {
    Optional<String> lock =
        copy.lockable()
            ? locked ? ddl.lockTable(copy.source()) : Optional.empty()
            : ddl.lockWhole(copy, backup.table());
    if (lock.isPresent()) {
      execute(lock.get());
    }
    long rows = update(ddl.fill(backup.table(), copy, most + 1));
    return rows > most ? OptionalLong.empty() : OptionalLong.of(rows);
  }

  /** As {@link #fill}; the table stays locked until {@link #unlock}. */
  OptionalLong fillAlone(RecordedBackup backup, Copy copy, long most) throws SQLException {
    OptionalLong rows = fill(backup, copy, true, most);
    if (rows.isEmpty()) {
      unlock();
    }
    return rows;
  }

  void unlock() throws SQLException {
    if (ddl.commits()) {
      execute("unlock tables");
    }
  }

  private long update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      return statement.executeLargeUpdate(sql);
    }
  }

  boolean verified(RecordedBackup backup, Copy copy, long rows) throws SQLException {
    Optional<String> query = ddl.verify(backup.table(), copy);
    return query.isEmpty() || number(query.get()).orElse(-1) == rows;
  }

  OptionalLong bytes(RecordedBackup backup) throws SQLException {
    return ddl.commits() ? OptionalLong.empty() : number(ddl.bytes(backup.table()).orElseThrow());
  }

  /** As {@link #bytes}, with what that takes outside a transaction; never fails. */
  OptionalLong measured(RecordedBackup backup) {
    try {
      if (ddl.analyse(backup.table()).isPresent()) {
        Jdbc.column(connection, ddl.analyse(backup.table()).get());
      }
      return number(ddl.bytes(backup.table()).orElseThrow());
    } catch (SQLException e) {
      LOG.warn("cannot tell the size of {}: SQLSTATE {}", backup.table(), e.getSQLState());
      return OptionalLong.empty();
    }
  }

  private OptionalLong number(String query) throws SQLException {
    List<String> found = Jdbc.column(connection, query);
    return found.isEmpty() || found.get(0).equals("null")
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(found.get(0)));
  }

  /** How many rows it has; empty when it is not there, or is not ours. */
  OptionalLong rows(RecordedBackup backup) throws SQLException {
    return there(backup) ? number(ddl.count(backup.table())) : OptionalLong.empty();
  }

  private boolean there(RecordedBackup backup) throws SQLException {
    // a moved table has a comment of its own; its name with our id in it is enough
    return Jdbc.column(connection, ddl.find(backup.table())).stream()
        .anyMatch(c -> backup.kind() == BackupKind.TABLE || BackupDdl.isMarker(c));
  }

  void move(RecordedBackup backup) throws SQLException {
    for (String sql : ddl.move(backup.source(), backup.table())) {
      execute(sql);
    }
  }

  /** Drops the table when it is there and ours. */
  void drop(RecordedBackup backup) throws SQLException {
    if (there(backup)) {
      for (String sql : ddl.drop(backup)) {
        execute(sql);
      }
    }
  }

  void dropUnfinished(Optional<RecordedBackup> backup) throws SQLException {
    if (backup.isPresent() && rows(backup.get()).orElse(-1) == 0) {
      drop(backup.get());
    }
  }
}
