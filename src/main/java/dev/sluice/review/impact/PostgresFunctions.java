package dev.sluice.review.impact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which functions of a default PostgreSQL evaluates once, and which for every row. */
public final class PostgresFunctions {
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern CALL = Pattern.compile("([A-Za-z_][\\w$.]*)\\s*\\(");

  /** Stable or immutable (pg_proc.provolatile), and words that only look like a call. */
  private static final Set<String> EVALUATED_ONCE =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "current_timestamp",
          "current_time",
          "localtimestamp",
          "localtime",
          "current_setting",
          "coalesce",
          "nullif",
          "greatest",
          "least",
          "cast",
          "lower",
          "upper",
          "concat",
          "md5",
          "length",
          "abs",
          "round",
          "date_trunc",
          "date_part",
          "extract",
          "timezone",
          "make_date",
          "make_interval",
          "make_timestamp",
          "to_char",
          "to_date",
          "to_timestamp",
          "to_json",
          "to_jsonb",
          "json_build_object",
          "jsonb_build_object",
          "json_build_array",
          "jsonb_build_array",
          "array",
          "row",
          "numeric",
          "decimal",
          "varchar",
          "varying",
          "char",
          "character",
          "bit",
          "time",
          "timestamp",
          "interval",
          "in");

  private PostgresFunctions() {}

  /** True for known volatile functions and for functions that we do not know. */
  public static boolean mayBeVolatile(String expression) {
    Matcher call = CALL.matcher(STRING.matcher(expression).replaceAll("''"));
    while (call.find()) {
      String name = call.group(1).toLowerCase(Locale.ROOT);
      String bare = name.startsWith("pg_catalog.") ? name.substring(11) : name;
      if (!EVALUATED_ONCE.contains(bare)) {
        return true;
      }
    }
    return false;
  }
}
