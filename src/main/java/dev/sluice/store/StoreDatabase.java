package dev.sluice.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Sluice's own database. Writes go one at a time, over all processes that share it, and are on disk
 * when {@link #write} returns; reads run beside them. Never hold a transaction while talking to
 * GitLab or to a target.
 */
public final class StoreDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StoreDialect dialect;
  private final StoreTime time;
  private final LastFailure failure;
  private final HikariDataSource readers;
  private final @Nullable Writer writer;
  private final Jdbi readJdbi;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

  /** How we write, and what keeps out those who may not. */
  private record Writer(HikariDataSource source, Jdbi jdbi, StoreDialect.Occupied place) {}

  private StoreDatabase(
      StoreDialect dialect, HikariDataSource readers, @Nullable Writer writer, StoreTime time) {
    this.dialect = dialect;
    this.readers = readers;
    this.writer = writer;
    this.time = time;
    this.failure = new LastFailure(time);
    this.readJdbi = Columns.jdbi(readers);
  }

  /**
   * Opens the store to work on it and brings its schema up to date. An SQLite file, whose directory
   * is made, is ours alone until {@link #close}; a PostgreSQL database may have several such users.
   *
   * @throws StoreUnavailable when it cannot be used or another process has the file
   */
  public static StoreDatabase open(StoreSettings settings, Clock clock) {
    StoreDialect dialect = StoreDialect.of(settings);
    StoreDialect.Occupied place = dialect.occupy();
    try {
      dialect.migrate();
      HikariDataSource source = dialect.writers();
      Writer writer = new Writer(source, Columns.jdbi(source), place);
      return new StoreDatabase(dialect, dialect.readers(), writer, time(clock));
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  /**
   * Opens an existing store to look at it, also while the owning process runs.
   *
   * @throws StoreUnavailable when there is no store yet
   */
  public static StoreDatabase openReadOnly(StoreSettings settings, Clock clock) {
    StoreDialect dialect = StoreDialect.of(settings);
    dialect.mustExist();
    return new StoreDatabase(dialect, dialect.readers(), null, time(clock));
  }

  private static StoreTime time(Clock clock) {
    return new StoreTime(clock, Clock.systemUTC());
  }

  /** Whether other processes may be at work on it too. */
  public boolean shared() {
    return dialect.shared();
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
    T result =
        alone(
            () ->
                failure.watch(
                    () ->
                        inTurn(
                            () ->
                                jdbi.inTransaction(
                                    h -> work.apply(begin(new WriteTx(h, time, afterCommit)))))));
    afterCommit.forEach(Runnable::run);
    return result;
  }

  /**
   * First come, first served: the pool alone gives a connection back to whoever had it last, and
   * busy workers would keep webhooks waiting.
   */
  private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
    try {
      if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the store was busy for " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the store", e);
    }
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  private WriteTx begin(WriteTx tx) {
    dialect.oneAtATime(tx.handle());
    time.compare(() -> dialect.time(tx.handle()));
    return tx;
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
    return alone(() -> readJdbi.inTransaction(h -> work.apply(new ReadTx(h, time))));
  }

  /** What is wrong with it, in words for a readiness probe; empty when it is well. */
  public Optional<String> trouble() {
    try {
      read(tx -> tx.handle().createQuery("select 1").mapTo(Integer.class).one());
    } catch (RuntimeException e) {
      return Optional.of("does not answer");
    }
    return dialect.trouble().or(failure::recent);
  }

  @Override
  public void close() {
    readers.close();
    if (writer != null) {
      writer.source().close();
      writer.place().close();
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
