package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
  public Leaves leaves(Statement statement) {
    Words words = Words.of(statement);
    if (words.startWithAny("CREATE TEMP", "CREATE TEMPORARY")) {
      return Leaves.created(words.behind("TABLE", "VIEW", "TRIGGER"));
    }
    return words.startWithAny("PRAGMA", "ATTACH", "DETACH")
        ? Leaves.setting(Stream.empty())
        : Leaves.NOTHING;
  }
}
