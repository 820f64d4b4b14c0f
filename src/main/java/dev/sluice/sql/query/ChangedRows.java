package dev.sluice.sql.query;

import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The query that reads the rows which an UPDATE or DELETE changes, or an INSERT … SELECT adds.
 * Where it joins, it may read a row more than once.
 *
 * @param read what of the statement is in the query
 * @param text comments left out
 */
public record ChangedRows(Stretch read, String text) {
  private static final Set<String> VERBS = Set.of("UPDATE", "DELETE", "INSERT", "REPLACE");
  private static final Set<String> UPDATE_WORDS = Set.of("LOW_PRIORITY", "IGNORE");
  private static final Set<String> DELETE_WORDS = Set.of("LOW_PRIORITY", "QUICK", "IGNORE");
  private static final Set<String> TAIL = Set.of("WHERE", "ORDER", "LIMIT", "RETURNING");
  private static final Set<String> BEHIND_SET =
      Set.of("FROM", "WHERE", "ORDER", "LIMIT", "RETURNING");
  private static final Set<String> QUERY = Set.of("SELECT", "WITH", "TABLE");
  private static final Set<String> NO_QUERY = Set.of("VALUES", "VALUE", "SET", "DEFAULT");

  /** Empty for other statements, and for those whose parts are not where we know them. */
  public static Optional<ChangedRows> of(Statement statement) {
    Stretch all = Stretch.of(statement);
    int verb = all.find(0, VERBS);
    Stretch with = all.range(0, Math.max(verb, 0));
    boolean changes = Stream.of("INSERT", "UPDATE", "DELETE", "MERGE").anyMatch(with::contains);
    if (verb < 0 || changes || (verb > 0 && !all.at(0, "WITH")) || all.contains("CURRENT", "OF")) {
      return Optional.empty();
    }
    Stretch rest = all.from(verb + 1);
    if (all.at(verb, "UPDATE")) {
      return update(with, rest);
    }
    return all.at(verb, "DELETE") ? delete(with, rest) : insert(with, rest);
  }

  private static Optional<ChangedRows> update(Stretch with, Stretch rest) {
    int from = rest.at(0, "OR") ? 2 : skip(rest, UPDATE_WORDS);
    int set = rest.find(from, Set.of("SET"));
    if (set < 0) {
      return Optional.empty();
    }
    int behind = rest.findOrEnd(set + 1, BEHIND_SET);
    List<Stretch> tables = new ArrayList<>(List.of(rest.range(from, set)));
    if (rest.at(behind, "FROM")) {
      int tail = rest.findOrEnd(behind + 1, TAIL);
      tables.add(rest.range(behind + 1, tail));
      behind = tail;
    }
    return Optional.of(query(with, tables, rest.from(behind)));
  }

  private static Optional<ChangedRows> delete(Stretch with, Stretch rest) {
    int first = skip(rest, DELETE_WORDS);
    int from = rest.find(first, Set.of("FROM"));
    if (from < 0) {
      return Optional.empty();
    }
    int tail = rest.findOrEnd(from + 1, TAIL);
    Stretch tables = rest.range(from + 1, tail);
    int using = from == first ? tables.find(0, Set.of("USING")) : -1;
    if (using < 0 || tables.at(using + 1, "(")) {
      return Optional.of(query(with, List.of(tables), rest.from(tail)));
    }
    Stretch joined = tables.from(using + 1);
    // MySQL names the table once more behind USING, PostgreSQL must not
    boolean again = !joined.isEmpty() && joined.get(0).text().equals(tables.get(0).text());
    List<Stretch> both = again ? List.of(joined) : List.of(tables.range(0, using), joined);
    return Optional.of(query(with, both, rest.from(tail)));
  }

  private static Optional<ChangedRows> insert(Stretch with, Stretch rest) {
    int from = rest.find(0, QUERY);
    if (from < 0 || rest.range(0, from).find(0, NO_QUERY) >= 0) {
      return Optional.empty();
    }
    int end = rest.findOrEnd(from, Set.of("RETURNING"));
    for (int i = from; i < end; i++) {
      if (rest.at(i, "ON", "CONFLICT") || rest.at(i, "ON", "DUPLICATE")) {
        end = i;
      }
    }
    Stretch query = rest.range(from, end);
    return Optional.of(
        new ChangedRows(together(List.of(with, query)), joined(with.text(), query.text())));
  }

  private static ChangedRows query(Stretch with, List<Stretch> tables, Stretch behind) {
    Stretch tail = behind.range(0, behind.findOrEnd(0, Set.of("RETURNING")));
    List<Stretch> parts = new ArrayList<>(List.of(with));
    parts.addAll(tables);
    parts.add(tail);
    String from = String.join(", ", tables.stream().map(Stretch::text).toList());
    return new ChangedRows(
        together(parts), joined(with.text(), "select 1 from " + from, tail.text()));
  }

  private static Stretch together(List<Stretch> parts) {
    List<Token> tokens = parts.stream().flatMap(p -> p.tokens().stream()).toList();
    return new Stretch(tokens);
  }

  private static String joined(String... parts) {
    return String.join(" ", Stream.of(parts).filter(p -> !p.isEmpty()).toList());
  }

  private static int skip(Stretch rest, Set<String> words) {
    int at = 0;
    while (rest.isOneOf(at, words)) {
      at++;
    }
    return at;
  }
}
