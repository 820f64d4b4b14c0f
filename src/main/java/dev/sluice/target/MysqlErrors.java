package dev.sluice.target;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error numbers of MySQL (reference manual, "Server Error Message Reference") and MariaDB, and
 * what the driver adds.
 */
final class MysqlErrors implements ErrorReader {
  /** Lock wait timeout, deadlock, and a row that changed under a MariaDB snapshot. */
  private static final Set<Integer> LOCK = Set.of(1205, 1213, 1020);

  /** Interrupted, too long for MySQL, too long for MariaDB. */
  private static final Set<Integer> CANCEL = Set.of(1317, 3024, 1969);

  /** Server shutdown, killed, gone away, lost during query, network errors. */
  private static final Set<Integer> LOST =
      Set.of(1053, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 2055, 4031);

  /** The server closes the connection, but did not read the statement to its end. */
  private static final int TOO_LARGE = 1153;

  private static final Map<Integer, String> HINTS =
      Map.of(
          1290,
          "is this a replica, or a server in read-only mode?",
          1419,
          "ask for log_bin_trust_function_creators = 1, or for SUPER",
          1836,
          "is this a replica, or a server in read-only mode?",
          TOO_LARGE,
          "split the statement, or raise max_allowed_packet of the server");

  private static final String NO_KEY_HINT =
      "the account's password needs TLS: add ?sslMode=verify-full to the url; on a network that you"
          + " trust, ?allowPublicKeyRetrieval=true";

  private static final Pattern CONNECTION = Pattern.compile("^\\(conn=\\d+\\) ");

  private static final Pattern OBJECT =
      Pattern.compile("(?:for key|CONSTRAINT|constraint|[Cc]olumn|Table|table) ['`]([^'`]+)['`]");

  @Override
  public ErrorClass classify(SQLException error) {
    int code = error.getErrorCode();
    String state = String.valueOf(error.getSQLState());
    if (LOCK.contains(code)) {
      return ErrorClass.RETRYABLE_LOCK;
    }
    if (state.equals("08001") || state.equals("08004")) {
      return ErrorClass.NOT_REACHABLE; // by our own hand, see MysqlConnections
    }
    if (code == TOO_LARGE) {
      return ErrorClass.FAILED;
    }
    if (LOST.contains(code) || state.startsWith("08")) {
      return ErrorClass.LOST;
    }
    return CANCEL.contains(code) || error instanceof SQLTimeoutException
        ? ErrorClass.TIMEOUT_OR_CANCEL
        : ErrorClass.FAILED;
  }

  @Override
  public ServerError explain(SQLException error) {
    String said = words(error);
    int code = error.getErrorCode();
    Matcher object = OBJECT.matcher(said);
    return new ServerError(
        code > 0 ? String.valueOf(code) : String.valueOf(error.getSQLState()),
        MysqlMask.values(said),
        OptionalInt.empty(),
        hint(code, said),
        object.find() ? Optional.of(object.group(1)) : Optional.empty());
  }

  private static Optional<String> hint(int code, String said) {
    return said.contains("RSA public key")
        ? Optional.of(NO_KEY_HINT)
        : Optional.ofNullable(HINTS.get(code));
  }

  /** The server's words; the driver puts the number of the connection before them. */
  static String words(SQLException error) {
    return CONNECTION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
  }
}
