package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * SQLite runs all but a few statements inside a transaction; {@code PRAGMA foreign_keys} is even
 * silently ignored there (sqlite.org/pragma.html).
 */
final class SqliteTransactions implements TransactionRules {
  @Override
  public Optional<String> alone(Statement statement, List<Statement> later) {
    return !statement.transactional()
            || Words.of(statement).startWithAny("PRAGMA", "VACUUM", "ATTACH", "DETACH")
        ? Optional.of("SQLite runs it only outside a transaction")
        : Optional.empty();
  }

  @Override
  public Optional<String> forbidden(Statement statement) {
    return TransactionRules.transactionControl(statement);
  }

  @Override
  public boolean setsSession(Statement statement) {
    return Words.of(statement).startWithAny("PRAGMA", "ATTACH", "DETACH");
  }
}
