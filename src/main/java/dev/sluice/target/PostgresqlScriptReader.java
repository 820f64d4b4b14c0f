package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Each table with its keys, indexes and comments; foreign keys, functions and views after it. */
final class PostgresqlScriptReader implements ScriptReader {
  private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
  private static final String NAME = PART + "\\." + PART;
  private static final Pattern NAMES = pattern(NAME);
  private static final Pattern MAKES =
      pattern(
          "^create (?:or replace )?(?:unlogged )?(?:table|view|materialized view|sequence|type|domain"
              + "|function|procedure) ("
              + NAME
              + ")");
  private static final Pattern TABLE =
      pattern(
          "^(?:create (?:unlogged )?table|alter table|create (?:unique )?index "
              + PART
              + " on|comment on (?:table|column)) ("
              + NAME
              + ")");
  private static final Pattern FOREIGN_KEY = pattern("^alter table .* foreign key \\(");

  /** Where a definition belongs, before what it needs is looked at. */
  private enum Stage {
    BASICS,
    TABLE,
    FOREIGN_KEY,
    REST
  }

  private record Part(int section, String sql) {
    Stage stage() {
      if (section < PostgresqlDefinitions.ALL.indexOf(PostgresqlDefinitions.TABLES)) {
        return Stage.BASICS;
      }
      return FOREIGN_KEY.matcher(sql).find()
          ? Stage.FOREIGN_KEY
          : TABLE.matcher(sql).find() ? Stage.TABLE : Stage.REST;
    }

    String table() {
      return stage() == Stage.TABLE ? first(TABLE, sql) : "";
    }

    String makes() {
      return first(MAKES, sql);
    }
  }

  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::stage)
          .thenComparing(Part::table)
          .thenComparing(Part::section)
          .thenComparing(Part::sql);

  @Override
  public SchemaScript read(Connection connection) throws SQLException {
    return ReadOnly.transaction(connection, PostgresqlScriptReader::script);
  }

  private static SchemaScript script(Connection connection) throws SQLException {
    Rows.execute(connection, "set local search_path to ''");
    Rows.execute(connection, "set local lock_timeout = '5s'");
    List<String> queries = new ArrayList<>(PostgresqlDefinitions.ALL);
    queries.add(PostgresqlDefinitions.COMMENTS);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      int section = i;
      parts.addAll(
          Rows.plainList(
              connection, queries.get(i), r -> new Part(section, r.getString(2).strip())));
    }
    List<String> missing =
        Rows.plainList(connection, PostgresqlDefinitions.NOT_COPIED, r -> r.getString(1));
    return new SchemaScript(
        text(parts),
        missing.stream().sorted().toList(),
        "PostgreSQL " + Rows.text(connection, "show server_version").split(" ")[0]);
  }

  /** Bodies are checked when they run: they may speak of what comes later. */
  private static String text(List<Part> parts) {
    List<Part> sorted = parts.stream().distinct().sorted(ORDER).toList();
    return new Needs<>(Part::sql, NAMES)
        .order(sorted, Part::makes).stream()
            .map(p -> p.sql() + ";\n")
            .collect(Collectors.joining("\n", "set check_function_bodies = off;\n\n", ""));
  }

  private static String first(Pattern pattern, String sql) {
    Matcher matcher = pattern.matcher(sql);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex,
        Pattern.CASE_INSENSITIVE
            | Pattern.DOTALL
            | Pattern.UNICODE_CASE
            | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
