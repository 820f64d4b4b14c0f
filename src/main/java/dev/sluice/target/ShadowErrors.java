package dev.sluice.target;

import dev.sluice.sql.Dialect;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Which failures on an empty copy would happen on the target, too. */
@FunctionalInterface
interface ShadowErrors {
  boolean blames(SQLException error, boolean schema);

  static ShadowErrors of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> ShadowErrors::postgresql;
      case MYSQL, MARIADB -> ShadowErrors::mysql;
      case SQLITE -> ShadowErrors::sqlite;
    };
  }

  /** Roles (42704 with that word) and rights (42501) belong to the server, not to the schema. */
  private static boolean postgresql(SQLException error, boolean schema) {
    String state = String.valueOf(error.getSQLState());
    boolean ofTheServer =
        state.equals("42501")
            || (state.equals("42704") && String.valueOf(error.getMessage()).contains("role"));
    boolean ofTheSchema =
        state.startsWith("22")
            || state.startsWith("0A")
            || state.startsWith("2BP")
            || state.equals("25001")
            || state.equals("55000")
            || state.startsWith("54");
    return !ofTheServer && (state.startsWith("42") || (schema && ofTheSchema));
  }

  /** No such column, table or database; syntax; duplicates. */
  Set<Integer> MYSQL_NAMES = Set.of(1054, 1064, 1146, 1149, 1060, 1061, 1091, 1109, 1136, 1305);

  /** Denied, cancelled, too slow, lost. */
  Set<Integer> MYSQL_SERVER =
      Set.of(
          1044, 1045, 1142, 1143, 1205, 1213, 1227, 1317, 1370, 1410, 1419, 1449, 1969, 3024, 2006,
          2013);

  private static boolean mysql(SQLException error, boolean schema) {
    int code = error.getErrorCode();
    return MYSQL_NAMES.contains(code) || (schema && code > 0 && !MYSQL_SERVER.contains(code));
  }

  private static boolean sqlite(SQLException error, boolean schema) {
    String message = String.valueOf(error.getMessage());
    boolean general =
        error instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR;
    return general
        && !message.contains("attached databases")
        && !message.contains("no such module");
  }
}
