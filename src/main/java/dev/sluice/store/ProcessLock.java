package dev.sluice.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second Sluice off the same file; the operating system drops it when the process dies. */
record ProcessLock(FileChannel channel) implements AutoCloseable {

  static ProcessLock take(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StoreUnavailable(
            "Another Sluice is using "
                + database
                + " (it holds "
                + file.getFileName()
                + "). Stop it, or give this one a store.url of its own.");
      }
      return new ProcessLock(channel);
    } catch (IOException e) {
      throw new StoreUnavailable("The store's directory cannot be used: " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreUnavailable("The store's lock could not be released: " + e, e);
    }
  }
}
