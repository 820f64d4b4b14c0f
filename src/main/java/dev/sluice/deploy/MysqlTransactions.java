package dev.sluice.deploy;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * MySQL and MariaDB commit by themselves around DDL and much else (manual, "Statements That Cause
 * an Implicit Commit"), so what may share a transaction is listed here and all the rest runs alone.
 * A statement of one server that the other does not know is refused there and needs no rule.
 */
final class MysqlTransactions implements TransactionRules {
  private static final String[] SHARED = {
    "INSERT",
    "REPLACE",
    "UPDATE",
    "DELETE",
    "SELECT",
    "WITH",
    "TABLE",
    "VALUES",
    "(",
    "DO",
    "SHOW",
    "EXPLAIN",
    "DESCRIBE",
    "DESC",
    "LOAD DATA",
    "LOAD XML",
    "SET",
    "PREPARE",
    "DEALLOCATE",
    "DROP PREPARE",
    "CREATE TEMPORARY TABLE",
    "CREATE OR REPLACE TEMPORARY TABLE",
    "DROP TEMPORARY TABLE"
  };
  private static final String[] MAY_COMMIT = {"CALL", "EXECUTE"};
  private static final String[] CHARSETS = {
    "SET NAMES", "SET CHARACTER", "SET CHARSET", "SET CHARACTER_SET_CLIENT"
  };
  private static final Set<String> UTF8 =
      Set.of(
          "utf8", "utf8mb3", "utf8mb4", "default", "@saved_cs_client", "@old_character_set_client");

  /** Functions whose value belongs to the moment or to the session. */
  private static final Set<String> MOMENTARY =
      Set.of("last_insert_id", "row_count", "found_rows", "uuid", "uuid_short", "rand", "now");

  @Override
  public Optional<String> alone(Statement statement, List<Statement> later) {
    Words words = behindSetStatement(Words.of(statement));
    if (words.startWithAny(MAY_COMMIT)) {
      return Optional.of("what it runs may commit by itself");
    }
    if (words.contain("OUTFILE") || words.contain("DUMPFILE")) {
      return Optional.of("a file that it writes is not taken back with a transaction");
    }
    if (words.start("SET") && setsServer(words)) {
      return Optional.of("a setting of the server is not taken back with a transaction");
    }
    return words.startWithAny(SHARED)
        ? Optional.empty()
        : Optional.of("the server commits before and after it");
  }

  /** MariaDB's {@code SET STATEMENT setting = value FOR statement}. */
  private static Words behindSetStatement(Words words) {
    return words.start("SET STATEMENT") ? words.behind("FOR") : words;
  }

  private static boolean setsServer(Words words) {
    return words.startWithAny(
            "SET GLOBAL",
            "SET PERSIST",
            "SET PERSIST_ONLY",
            "SET PASSWORD",
            "SET DEFAULT ROLE",
            "SET RESOURCE GROUP")
        || words.texts().anyMatch(t -> t.startsWith("@@global.") || t.startsWith("@@persist"));
  }

  @Override
  public Optional<String> forbidden(Statement statement) {
    Words words = Words.of(statement);
    if (words.start("USE")) {
      return Optional.of(
          "USE would run the statements behind it in another database than the one that was"
              + " reviewed. Take it out, and map the file to the database that it is for.");
    }
    if (words.startWithAny("LOCK", "UNLOCK")) {
      return Optional.of(
          "LOCK TABLES would keep Sluice from noting what it did. Take it and UNLOCK TABLES out;"
              + " only one deployment runs on a target at a time.");
    }
    if (words.start("FLUSH") && (words.contain("READ") || words.contain("EXPORT"))) {
      return Optional.of("This would lock all tables, those of Sluice as well.");
    }
    if (words.contain("RELEASE_ALL_LOCKS")) {
      return Optional.of("This would release the lock under which Sluice deploys.");
    }
    if (words.start("SET ROLE")) {
      return Optional.of("Another role may not write down what was done; grant it to the account.");
    }
    if (words.start("LOAD") && words.contain("LOCAL")) {
      return Optional.of("LOCAL reads a file of the client, and Sluice has only the script.");
    }
    return foreignCharset(words).or(() -> control(statement, words));
  }

  /** Scripts go over the wire as UTF-8, whatever the server is made to believe. */
  private static Optional<String> foreignCharset(Words words) {
    boolean foreign =
        words.startWithAny(CHARSETS)
            && words.texts().noneMatch(t -> UTF8.contains(bare(t).toLowerCase(Locale.ROOT)));
    return foreign
        ? Optional.of("Sluice sends scripts as UTF-8; save the file so and take this out.")
        : Optional.empty();
  }

  private static String bare(String text) {
    return text.startsWith("'") || text.startsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static Optional<String> control(Statement statement, Words words) {
    boolean sets =
        words.start("SET")
            && (words.startWithAny(
                    "SET TRANSACTION",
                    "SET SESSION TRANSACTION",
                    "SET LOCAL TRANSACTION",
                    "SET GLOBAL TRANSACTION")
                || words.contain("AUTOCOMMIT")
                || words.contain("COMPLETION_TYPE")
                || words
                    .texts()
                    .anyMatch(t -> t.endsWith(".autocommit") || t.equals("@@autocommit")));
    if (sets || words.start("XA")) {
      return Optional.of("Scripts leave transactions to Sluice: take this out.");
    }
    return TransactionRules.transactionControl(statement);
  }

  @Override
  public Leaves leaves(Statement statement) {
    Words words = Words.of(statement);
    if (words.startWithAny("CREATE TEMPORARY", "CREATE OR REPLACE TEMPORARY")) {
      return Leaves.created(words.behind("TABLE", "SEQUENCE"));
    }
    if (words.start("SET") && !words.start("SET STATEMENT") && !setsServer(words)) {
      return words.contain("SELECT") || words.texts().anyMatch(MOMENTARY::contains)
          ? Leaves.content(assigned(words))
          : Leaves.setting(assigned(words));
    }
    if (words.startWithAny("PREPARE", "DEALLOCATE", "DROP PREPARE")) {
      return Leaves.setting(words.start("PREPARE") ? named(words) : Stream.empty());
    }
    return words.startWithAny("SELECT", "WITH", "(") && words.contain("INTO")
        ? Leaves.content(words.behind("INTO").tokens().stream().filter(MysqlTransactions::variable))
        : Leaves.NOTHING;
  }

  /** The prepared statement's name, the second word. */
  private static Stream<Token> named(Words words) {
    return words.tokens().stream().skip(1).limit(1);
  }

  private static Stream<Token> assigned(Words words) {
    List<Token> tokens = words.tokens();
    return IntStream.range(0, tokens.size() - 1)
        .filter(i -> tokens.get(i + 1).is("=") || tokens.get(i + 1).is(":="))
        .mapToObj(tokens::get)
        .filter(MysqlTransactions::variable);
  }

  private static boolean variable(Token token) {
    return token.text().startsWith("@") && !token.text().startsWith("@@");
  }
}
