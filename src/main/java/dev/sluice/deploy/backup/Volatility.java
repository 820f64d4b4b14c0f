package dev.sluice.deploy.backup;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What makes a condition hold for other rows when it is asked twice: functions whose value belongs
 * to the moment. In PostgreSQL the time stands still within a transaction.
 */
public final class Volatility {
  private static final Set<String> CHANCE =
      Set.of(
          "random",
          "rand",
          "uuid",
          "uuid_short",
          "gen_random_uuid",
          "uuid_generate_v4",
          "randomblob",
          "nextval",
          "clock_timestamp",
          "timeofday",
          "last_insert_id",
          "last_insert_rowid",
          "changes",
          "total_changes",
          "row_count",
          "found_rows",
          "sleep",
          "pg_sleep",
          "sysdate",
          "setseed",
          "get_lock",
          "release_lock",
          "benchmark");
  private static final Set<String> TIME =
      Set.of(
          "now",
          "curdate",
          "curtime",
          "current_timestamp",
          "current_date",
          "current_time",
          "localtime",
          "localtimestamp",
          "utc_timestamp",
          "utc_date",
          "utc_time",
          "unix_timestamp");
  private static final Set<String> SQLITE_TIME =
      Set.of("date", "time", "datetime", "julianday", "unixepoch", "strftime");

  private Volatility() {}

  /** Lower case, in the order in which they stand; known by their names alone. */
  static Set<String> known(Stretch deciding, Dialect dialect) {
    Set<String> found = new LinkedHashSet<>(called(deciding));
    found.removeIf(f -> !CHANCE.contains(f) && !isTime(f, deciding, dialect));
    if (dialect != Dialect.POSTGRESQL) {
      deciding.tokens().stream()
          .filter(t -> t.isName() && TIME.contains(t.text().toLowerCase(Locale.ROOT)))
          .filter(t -> t.text().contains("_") || t.text().startsWith("local"))
          .forEach(t -> found.add(t.text().toLowerCase(Locale.ROOT)));
    }
    if (deciding.contains(":=")) {
      found.add(":=");
    }
    return found;
  }

  private static boolean isTime(String function, Stretch deciding, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> false;
      case MYSQL, MARIADB -> TIME.contains(function);
      case SQLITE ->
          TIME.contains(function)
              || (SQLITE_TIME.contains(function)
                  && deciding.text().toLowerCase(Locale.ROOT).contains("'now'"));
    };
  }

  /** The names of the functions that are called, lower case; some keywords are among them. */
  public static Set<String> called(Stretch deciding) {
    Set<String> names = new LinkedHashSet<>();
    Call.in(deciding).forEach(c -> names.add(c.function()));
    return names;
  }
}
