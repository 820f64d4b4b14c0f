package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One deployment at a time per target: a lock in the target that dies with its connection. */
interface DeploymentLock {
  /** Never waits. Returns who holds it, in words; empty when the connection has it now. */
  Optional<String> tryLock(Connection connection, TargetSettings settings) throws SQLException;

  /** Throws when the connection did not hold it any more: then anybody may have been at work. */
  void unlock(Connection connection, TargetSettings settings) throws SQLException;
}
