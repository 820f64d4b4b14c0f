package dev.sluice.undo;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as the engine writes them in definitions. */
final class Names {
  private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_]*");

  /** PostgreSQL quotes these (sql-keywords-appendix: reserved, and reserved but for functions). */
  private static final Set<String> RESERVED =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default deferrable
          desc distinct do else end except exists extract false fetch float for foreign freeze from
          full grant greatest group grouping having ilike in initially inner inout int integer
          intersect interval into is isnull join lateral leading least left like limit localtime
          localtimestamp national natural nchar none normalize not notnull null nullif numeric
          offset on only or order out outer overlaps overlay placing position precision primary
          real references returning right row select session_user setof similar smallint some
          substring symmetric system_user table tablesample then time timestamp to trailing treat
          trim true union unique user using values varchar variadic verbose when where window with
          xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
          xmlroot xmlserialize xmltable\
          """
              .strip()
              .split("\\s+"));

  private Names() {}

  static String quote(Dialect dialect, String name) {
    return switch (dialect) {
      case MYSQL, MARIADB -> "`" + name.replace("`", "``") + "`";
      case SQLITE ->
          SIMPLE.matcher(name.toLowerCase(Locale.ROOT)).matches()
                  && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
              ? name
              : "\"" + name.replace("\"", "\"\"") + "\"";
      case POSTGRESQL ->
          SIMPLE.matcher(name).matches() && !RESERVED.contains(name)
              ? name
              : "\"" + name.replace("\"", "\"\"") + "\"";
    };
  }

  static String quote(Dialect dialect, ObjectName name) {
    return name.schema().map(s -> quote(dialect, s) + ".").orElse("") + quote(dialect, name.name());
  }

  /** The parts of a name as the engine writes it: {@code public."Order"}. */
  static ObjectName parse(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts.size() == 1
        ? ObjectName.of(parts.get(0))
        : ObjectName.of(parts.get(parts.size() - 2), parts.get(parts.size() - 1));
  }

  /** The first name of a definition's line, without its quotes. */
  static String first(String line) {
    char quote = line.charAt(0);
    if (quote == '"' || quote == '`' || quote == '[') {
      char close = quote == '[' ? ']' : quote;
      int end = 1;
      while (end < line.length() - 1
          && (line.charAt(end) != close || line.charAt(end + 1) == close)) {
        end += line.charAt(end) == close ? 2 : 1;
      }
      return line.substring(1, end).replace("" + close + close, "" + close);
    }
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }

  /** Whether an expression or a list of columns speaks of the name. */
  static boolean mentions(String text, String name) {
    return Pattern.compile(
            "(?<![\\p{Alnum}_$])" + Pattern.quote(name) + "(?![\\p{Alnum}_$])",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }
}
