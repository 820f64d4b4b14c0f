package dev.sluice.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Sluice's own database. Writes go one at a time over a single connection and are on disk when
 * {@link #write} returns; reads run beside them. Never hold a transaction while talking to GitLab
 * or to a target.
 */
public final class StoreDatabase implements AutoCloseable {

  private final Clock clock;
  private final HikariDataSource readers;
  private final @Nullable Writer writer;
  private final Jdbi readJdbi;
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

  /** The one writing connection and the lock that keeps other processes out. */
  private record Writer(HikariDataSource source, Jdbi jdbi, ProcessLock lock) {}

  private StoreDatabase(HikariDataSource readers, @Nullable Writer writer, Clock clock) {
    this.readers = readers;
    this.writer = writer;
    this.clock = clock;
    this.readJdbi = Columns.jdbi(readers);
  }

  /**
   * Opens the store for the one process that owns it: creates the directory, brings the schema up
   * to date, and keeps every other process out until {@link #close}.
   *
   * @throws StoreUnavailable when the file cannot be used or another process has it
   */
  public static StoreDatabase open(StoreSettings settings, Clock clock) {
    ProcessLock lock = ProcessLock.take(settings.file());
    try {
      SqliteFile file = new SqliteFile(settings.file());
      file.migrate();
      HikariDataSource source = file.writer();
      return new StoreDatabase(
          file.readers(), new Writer(source, Columns.jdbi(source), lock), clock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens an existing store to look at it, also while the owning process runs.
   *
   * @throws StoreUnavailable when there is no store yet
   */
  public static StoreDatabase openReadOnly(StoreSettings settings, Clock clock) {
    SqliteFile file = new SqliteFile(settings.file());
    file.mustExist();
    return new StoreDatabase(file.readers(), null, clock);
  }

  /**
   * Runs the work in one transaction: all of it is on disk afterwards, or, if it throws, nothing.
   */
  public <T extends @Nullable Object> T write(Function<WriteTx, T> work) {
    if (writer == null) {
      throw new IllegalStateException("the store was opened read-only");
    }
    Jdbi jdbi = writer.jdbi();
    List<Runnable> afterCommit = new ArrayList<>();
    T result = alone(() -> jdbi.inTransaction(h -> work.apply(new WriteTx(h, clock, afterCommit))));
    afterCommit.forEach(Runnable::run);
    return result;
  }

  /** {@link #write(Function)} for work without a result. */
  public void update(Consumer<WriteTx> work) {
    write(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** {@link #update(Consumer)}, refused with {@link LostLease} once the lane is no longer ours. */
  public void update(Fence fence, Consumer<WriteTx> work) {
    update(
        tx -> {
          fence.check(tx);
          work.accept(tx);
        });
  }

  public <T extends @Nullable Object> T read(Function<ReadTx, T> work) {
    return alone(() -> readJdbi.inTransaction(h -> work.apply(new ReadTx(h, clock))));
  }

  /** Whether the store answers; for the readiness probe. */
  public boolean ping() {
    try {
      return read(tx -> tx.handle().createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    readers.close();
    if (writer != null) {
      writer.source().close();
      writer.lock().close();
    }
  }

  /**
   * A second transaction in one thread would wait for the first for ever, or not see its writes.
   */
  private <T extends @Nullable Object> T alone(Supplier<T> work) {
    if (busy.get()) {
      throw new IllegalStateException(
          "this thread is inside a store transaction already: pass that one on");
    }
    busy.set(true);
    try {
      return work.get();
    } finally {
      busy.remove();
    }
  }
}
