package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import java.sql.Connection;
import java.util.Optional;

/** What SQLite runs outside a transaction (PRAGMA, VACUUM, ATTACH) may be repeated without harm. */
final class SqliteTraces implements Traces {
  @Override
  public Optional<String> before(Connection connection, Step step) {
    return Optional.empty();
  }

  @Override
  public Trace find(Connection connection, Step step, Optional<String> before) {
    return Trace.of(Trace.Kind.NOT_RUN);
  }

  @Override
  public Optional<String> flaw(Connection connection, Step step) {
    return Optional.empty();
  }

  @Override
  public Ran clear(Connection connection, Trace leftover) {
    return Ran.NOTHING;
  }
}
