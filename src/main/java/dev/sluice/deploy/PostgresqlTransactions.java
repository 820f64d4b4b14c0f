package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses some statements inside a transaction block (25001), see the Notes of their
 * manual pages; a new enum value may not be used in the transaction that adds it (55P04).
 */
final class PostgresqlTransactions implements TransactionRules {
  private static final String[] ALONE = {
    "VACUUM",
    "ALTER SYSTEM",
    "CREATE DATABASE",
    "DROP DATABASE",
    "CREATE TABLESPACE",
    "DROP TABLESPACE",
    "REINDEX DATABASE",
    "REINDEX SYSTEM",
    "REINDEX SCHEMA"
  };

  private static final String[] TEMPORARY = {
    "CREATE TEMP",
    "CREATE TEMPORARY",
    "CREATE LOCAL TEMP",
    "CREATE LOCAL TEMPORARY",
    "CREATE OR REPLACE TEMP",
    "CREATE OR REPLACE TEMPORARY"
  };

  @Override
  public Optional<String> alone(Statement statement, List<Statement> later) {
    Words words = Words.of(statement);
    if (!statement.transactional() || words.startWithAny(ALONE) || concurrent(words)) {
      return Optional.of("PostgreSQL runs it only outside a transaction");
    }
    if (words.start("ALTER TYPE") && usedLater(words.strings(), later)) {
      return Optional.of("a later statement uses the new enum value, which must be committed then");
    }
    if (words.start("DO") && commits(statement)) {
      return Optional.of("its block commits by itself");
    }
    return Optional.empty();
  }

  private static boolean concurrent(Words words) {
    return words.contain("CONCURRENTLY")
        && (words.startWithAny("CREATE INDEX", "CREATE UNIQUE INDEX", "DROP INDEX", "REINDEX")
            || (words.start("ALTER TABLE") && words.contain("DETACH")));
  }

  private static boolean usedLater(List<String> labels, List<Statement> later) {
    return later.stream().anyMatch(s -> labels.stream().anyMatch(s.text()::contains));
  }

  private static boolean commits(Statement block) {
    return Words.of(block).strings().stream()
        .anyMatch(body -> body.matches("(?is).*\\b(commit|rollback)\\s*(and\\s+chain\\s*)?;.*"));
  }

  @Override
  public Optional<String> forbidden(Statement statement) {
    Words words = Words.of(statement);
    if (words.start("DISCARD") || words.contain("pg_advisory_unlock_all")) {
      return Optional.of("This would release the lock under which Sluice deploys.");
    }
    return TransactionRules.transactionControl(statement);
  }

  @Override
  public Leaves leaves(Statement statement) {
    Words words = Words.of(statement);
    if (words.startWithAny(TEMPORARY)) {
      return Leaves.created(words.behind("TABLE", "VIEW", "SEQUENCE"));
    }
    if (words.start("SELECT") && (words.contain("INTO TEMP") || words.contain("INTO TEMPORARY"))) {
      Words into = words.behind("INTO").behind("TEMP", "TEMPORARY");
      return Leaves.created(into.start("TABLE") ? into.behind("TABLE") : into);
    }
    if (words.start("DECLARE") && words.contain("WITH HOLD")) {
      return Leaves.content(words.tokens().stream().skip(1).limit(1));
    }
    boolean settings =
        words.startWithAny("SET", "RESET")
            && !words.startWithAny("SET LOCAL", "SET CONSTRAINTS", "SET TRANSACTION");
    return settings || words.startWithAny("PREPARE", "DEALLOCATE")
        ? Leaves.setting(Stream.empty())
        : Leaves.NOTHING;
  }
}
