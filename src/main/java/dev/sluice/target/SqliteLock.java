package dev.sluice.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock on a file beside the database, which the operating system takes back from a dead process.
 * It keeps deployments apart; {@code BEGIN IMMEDIATE} keeps everybody else out while one writes.
 */
final class SqliteLock implements DeploymentLock {
  private static final String SUFFIX = ".sluice-lock";

  private final Map<Path, Held> held = new HashMap<>();

  private record Held(Connection connection, FileChannel channel) {}

  @Override
  public synchronized Optional<String> tryLock(Connection connection, TargetSettings settings)
      throws SQLException {
    Path file = lockFile(settings);
    Held holder = held.get(file);
    if (holder != null && !holder.connection.isClosed()) {
      return holder.connection == connection
          ? Optional.empty()
          : Optional.of("another deployment of this process");
    }
    try {
      if (holder != null) { // its connection died without a word
        release(file, holder);
      }
      return take(file, connection);
    } catch (IOException e) {
      throw new SQLException("cannot lock " + file, "08001", e);
    }
  }

  private Optional<String> take(Path file, Connection connection) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      return Optional.of("another process, through " + file.getFileName());
    }
    held.put(file, new Held(connection, channel));
    return Optional.empty();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another instance of this class in the same process
    }
  }

  @Override
  public synchronized void unlock(Connection connection, TargetSettings settings)
      throws SQLException {
    Path file = lockFile(settings);
    Held holder = held.get(file);
    if (holder == null || holder.connection != connection) {
      throw new SQLException("the deployment lock was not held any more", "55000");
    }
    try {
      release(file, holder);
    } catch (IOException e) {
      throw new SQLException("cannot unlock " + file, "08006", e);
    }
  }

  private void release(Path file, Held holder) throws IOException {
    held.remove(file);
    holder.channel.close();
  }

  private static Path lockFile(TargetSettings settings) {
    Path file = SqliteConnections.file(settings);
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }
}
