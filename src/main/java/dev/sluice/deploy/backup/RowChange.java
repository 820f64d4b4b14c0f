package dev.sluice.deploy.backup;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.query.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An UPDATE or DELETE taken apart, so that a query can read the rows that it will change.
 *
 * @param with the clause before it, empty for most
 * @param tables what stands behind UPDATE, FROM and USING, the changed table among it
 * @param target the changed table as it is written, with what PostgreSQL and SQLite allow around it
 * @param qualifier of the changed table's columns: its alias, or its name as written
 * @param joined whether other tables decide
 * @param tail WHERE, ORDER BY and LIMIT
 */
record RowChange(
    Stretch with,
    List<Stretch> tables,
    String target,
    String qualifier,
    boolean joined,
    Stretch tail) {
  private static final Set<String> UPDATE_WORDS = Set.of("LOW_PRIORITY");
  private static final Set<String> DELETE_WORDS = Set.of("LOW_PRIORITY", "QUICK");
  private static final Set<String> TAIL = Set.of("WHERE", "ORDER", "LIMIT", "RETURNING");
  private static final Set<String> BEHIND_SET =
      Set.of("FROM", "WHERE", "ORDER", "LIMIT", "RETURNING");
  private static final Set<String> JOINS =
      Set.of(",", "JOIN", "STRAIGHT_JOIN", "INNER", "LEFT", "CROSS", "NATURAL");

  /** What was found before the changed table is looked for. */
  private record Parts(Stretch with, List<Stretch> tables, Stretch tail) {}

  /**
   * Empty where its parts are not where we know them.
   *
   * @param table the changed one, as the statement's action names it
   */
  static Optional<RowChange> of(Statement statement, ObjectName table, Dialect dialect) {
    Stretch all = Stretch.of(statement);
    int verb = all.find(0, Set.of("UPDATE", "DELETE", "INSERT", "REPLACE", "MERGE"));
    Stretch with = all.range(0, Math.max(verb, 0));
    boolean changes = Stream.of("INSERT", "UPDATE", "DELETE", "MERGE").anyMatch(with::contains);
    boolean other = verb > 0 && !all.at(0, "WITH");
    boolean lenient = all.at(verb + 1, "IGNORE") || all.at(verb + 1, "OR"); // may leave rows out
    if (verb < 0 || changes || other || lenient || all.contains("CURRENT", "OF")) {
      return Optional.empty();
    }
    Optional<Parts> parts =
        all.at(verb, "UPDATE")
            ? update(with, all.from(verb + 1))
            : all.at(verb, "DELETE") ? delete(with, all.from(verb + 1)) : Optional.empty();
    return parts.flatMap(p -> of(p, Queries.tables(statement, dialect), table));
  }

  private static Optional<Parts> update(Stretch with, Stretch rest) {
    int from = skip(rest, UPDATE_WORDS);
    int set = rest.find(from, Set.of("SET"));
    if (set < 0) {
      return Optional.empty();
    }
    List<Stretch> tables = new ArrayList<>(List.of(rest.range(from, set)));
    int behind = rest.findOrEnd(set + 1, BEHIND_SET);
    if (rest.at(behind, "FROM")) {
      int tail = rest.findOrEnd(behind + 1, TAIL);
      tables.add(rest.range(behind + 1, tail));
      behind = tail;
    }
    return Optional.of(new Parts(with, tables, rest.from(behind)));
  }

  private static Optional<Parts> delete(Stretch with, Stretch rest) {
    int first = skip(rest, DELETE_WORDS);
    int from = rest.find(first, Set.of("FROM"));
    if (from < 0) {
      return Optional.empty();
    }
    int tail = rest.findOrEnd(from + 1, TAIL);
    Stretch tables = rest.range(from + 1, tail);
    int using = from == first ? tables.find(0, Set.of("USING")) : -1;
    if (using < 0 || tables.at(using + 1, "(")) {
      return Optional.of(new Parts(with, List.of(tables), rest.from(tail)));
    }
    Stretch joined = tables.from(using + 1);
    // MySQL names the table once more behind USING, PostgreSQL must not
    boolean again = !joined.isEmpty() && joined.get(0).text().equals(tables.get(0).text());
    List<Stretch> both = again ? List.of(joined) : List.of(tables.range(0, using), joined);
    return Optional.of(new Parts(with, both, rest.from(tail)));
  }

  private static Optional<RowChange> of(
      Parts parts, List<TableReference> references, ObjectName table) {
    Stretch first = parts.tables().get(0);
    List<TableReference> changed =
        first.isEmpty()
            ? List.of()
            : references.stream()
                .filter(r -> within(first.place(), r.place()) && r.table().equals(table))
                .toList();
    if (changed.size() != 1) {
      return Optional.empty();
    }
    boolean joined =
        parts.tables().size() > 1 || first.find(0, JOINS) >= 0 || first.contains("SELECT");
    String written = text(first, changed.get(0).place());
    return Optional.of(
        new RowChange(
            parts.with(),
            parts.tables(),
            joined ? written : first.text(),
            alias(first, changed.get(0)).orElse(written),
            joined,
            parts.tail().range(0, parts.tail().findOrEnd(0, Set.of("RETURNING")))));
  }

  /** The alias in the letters in which it is written. */
  private static Optional<String> alias(Stretch tables, TableReference reference) {
    if (reference.alias().isEmpty()) {
      return Optional.empty();
    }
    return tables.tokens().stream()
        .filter(t -> t.place().offset() >= reference.place().endOffset())
        .filter(t -> t.isName() && t.unquoted().equalsIgnoreCase(reference.alias().get()))
        .map(t -> t.text())
        .findFirst();
  }

  private static boolean within(Place outer, Place inner) {
    return inner.offset() >= outer.offset() && inner.endOffset() <= outer.endOffset();
  }

  private static String text(Stretch stretch, Place place) {
    return new Stretch(stretch.tokens().stream().filter(t -> within(place, t.place())).toList())
        .text();
  }

  private static int skip(Stretch rest, Set<String> words) {
    int at = 0;
    while (rest.isOneOf(at, words)) {
      at++;
    }
    return at;
  }

  /** What decides which rows are meant. */
  Stretch deciding() {
    return new Stretch(
        Stream.of(Stream.of(with), tables.stream(), Stream.of(tail))
            .flatMap(s -> s)
            .flatMap(s -> s.tokens().stream())
            .toList());
  }

  boolean limited() {
    return tail.find(0, Set.of("LIMIT")) >= 0;
  }

  /** The columns of ORDER BY, as written; a place in a list or an expression stands as its text. */
  List<Stretch> order() {
    return tail.clause("ORDER", Set.of("LIMIT"))
        .filter(o -> o.at(0, "BY"))
        .map(o -> o.from(1).items())
        .orElse(List.of());
  }
}
