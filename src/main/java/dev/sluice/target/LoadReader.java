package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What else goes on at a server: asked outside a transaction, each in one short query or two. */
public interface LoadReader {
  /**
   * Transactions of others that have used one of the tables, each in words.
   *
   * @param over open for longer than this
   * @param tables names without schema, folded
   */
  Measured<List<String>> longTransactions(Connection connection, Duration over, Set<String> tables)
      throws SQLException;

  /** Of the replica that is furthest behind; nothing where there is none. */
  Measured<Duration> replicationLag(Connection connection) throws SQLException;

  /** How many more connections an ordinary account could open. */
  Measured<Long> freeConnections(Connection connection) throws SQLException;

  /** In bytes. */
  Measured<Long> freeDisk(TargetSettings settings) throws SQLException;

  /**
   * Other tools and people who change these tables' definitions right now, each in words.
   *
   * @param tables names without schema, folded
   */
  Measured<List<String>> otherTools(Connection connection, Set<String> tables) throws SQLException;
}
