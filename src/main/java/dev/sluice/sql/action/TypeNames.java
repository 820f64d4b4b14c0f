package dev.sluice.sql.action;

import static java.util.Map.entry;

import dev.sluice.sql.DataType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical names of types: PostgreSQL's as {@code format_type} prints them, MySQL's as {@code
 * information_schema.columns.column_type} does. SQLite has none: what is declared is the type.
 */
final class TypeNames {
  static final Map<String, String> SERIALS =
      Map.of(
          "serial", "integer",
          "serial4", "integer",
          "bigserial", "bigint",
          "serial8", "bigint",
          "smallserial", "smallint",
          "serial2", "smallint");

  private static final Map<String, String> POSTGRES =
      Map.ofEntries(
          entry("int", "integer"),
          entry("int4", "integer"),
          entry("int8", "bigint"),
          entry("int2", "smallint"),
          entry("bool", "boolean"),
          entry("float4", "real"),
          entry("float8", "double precision"),
          entry("decimal", "numeric"),
          entry("dec", "numeric"),
          entry("varchar", "character varying"),
          entry("char varying", "character varying"),
          entry("nchar varying", "character varying"),
          entry("char", "character"),
          entry("nchar", "character"),
          entry("varbit", "bit varying"),
          entry("timestamptz", "timestamp with time zone"),
          entry("timestamp", "timestamp without time zone"),
          entry("timetz", "time with time zone"),
          entry("time", "time without time zone"));

  /** Types whose bare name means length one. */
  private static final Set<String> LENGTH_ONE = Set.of("character", "bit");

  private static final Map<String, String> MYSQL =
      Map.ofEntries(
          entry("integer", "int"),
          entry("int4", "int"),
          entry("int8", "bigint"),
          entry("int2", "smallint"),
          entry("int3", "mediumint"),
          entry("middleint", "mediumint"),
          entry("int1", "tinyint"),
          entry("dec", "decimal"),
          entry("numeric", "decimal"),
          entry("fixed", "decimal"),
          entry("real", "double"),
          entry("float8", "double"),
          entry("float4", "float"),
          entry("character", "char"),
          entry("nchar", "char"),
          entry("nvarchar", "varchar"),
          entry("varcharacter", "varchar"));

  private static final Set<String> MYSQL_INTEGERS =
      Set.of("int", "bigint", "smallint", "mediumint", "tinyint");

  private TypeNames() {}

  static DataType postgres(String written, List<String> arguments, boolean array) {
    if (written.equals("float")) {
      return new DataType(isReal(arguments) ? "real" : "double precision", List.of(), array);
    }
    String serial = SERIALS.get(written);
    String name = serial != null ? serial : POSTGRES.getOrDefault(written, written);
    boolean bare = arguments.isEmpty() && LENGTH_ONE.contains(name);
    return new DataType(name, bare ? List.of("1") : arguments, array);
  }

  /** {@code float(1)} to {@code float(24)} (manual 8.1.3). */
  private static boolean isReal(List<String> arguments) {
    return arguments.size() == 1
        && arguments.get(0).matches("\\d{1,2}")
        && Integer.parseInt(arguments.get(0)) <= 24;
  }

  static DataType mysql(String written, List<String> arguments, boolean unsigned) {
    if (written.equals("serial")) {
      return DataType.of("bigint unsigned");
    }
    if (written.equals("bool") || written.equals("boolean")) {
      return DataType.of("tinyint", "1");
    }
    String name = MYSQL.getOrDefault(written, written);
    boolean display = MYSQL_INTEGERS.contains(name) && !isFlag(name, arguments);
    return new DataType(
        unsigned ? name + " unsigned" : name, display ? List.of() : arguments, false);
  }

  /** MySQL 8 shows no display width but that of {@code tinyint(1)}. */
  private static boolean isFlag(String name, List<String> arguments) {
    return name.equals("tinyint") && arguments.equals(List.of("1"));
  }
}
