package dev.sluice.deploy;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What an engine lets run inside a transaction: one class per engine. */
interface TransactionRules {
  /**
   * Why the statement has to run outside a transaction, for people.
   *
   * @param later the statements behind it in the script
   */
  Optional<String> alone(Statement statement, List<Statement> later);

  /** Why the statement must not be in a script at all. */
  Optional<String> forbidden(Statement statement);

  /** What it leaves in the session. */
  Leaves leaves(Statement statement);

  static TransactionRules of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresqlTransactions();
      case SQLITE -> new SqliteTransactions();
      case MYSQL, MARIADB -> new MysqlTransactions();
    };
  }

  /** Transactions belong to the executor; a COMMIT in a script would cut its segment in two. */
  static Optional<String> transactionControl(Statement statement) {
    Words words = Words.of(statement);
    boolean control =
        statement.actions().stream().anyMatch(Action.TransactionControl.class::isInstance)
            || words.startWithAny(
                "BEGIN",
                "START TRANSACTION",
                "COMMIT",
                "END",
                "ROLLBACK",
                "ABORT",
                "SAVEPOINT",
                "RELEASE",
                "PREPARE TRANSACTION");
    return control
        ? Optional.of(
            "Scripts leave transactions to Sluice: take BEGIN, COMMIT, ROLLBACK and SAVEPOINT out.")
        : Optional.empty();
  }
}
