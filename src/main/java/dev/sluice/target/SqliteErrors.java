package dev.sluice.target;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's result codes (sqlite.org/rescode.html). */
final class SqliteErrors implements ErrorReader {
  @Override
  public ErrorClass classify(SQLException error) {
    return switch (primary(error)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> ErrorClass.RETRYABLE_LOCK;
      case SQLITE_CANTOPEN, SQLITE_NOTADB -> ErrorClass.NOT_REACHABLE;
      case SQLITE_INTERRUPT -> ErrorClass.TIMEOUT_OR_CANCEL;
      case SQLITE_IOERR -> ErrorClass.LOST;
      default -> ErrorClass.FAILED;
    };
  }

  /** The low byte; the others say more about the same. */
  private static SQLiteErrorCode primary(SQLException error) {
    return SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff);
  }

  @Override
  public ServerError explain(SQLException error) {
    String code =
        error instanceof SQLiteException ours
            ? ours.getResultCode().name()
            : String.valueOf(error.getSQLState());
    return new ServerError(
        code,
        Mask.values(String.valueOf(error.getMessage())),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
