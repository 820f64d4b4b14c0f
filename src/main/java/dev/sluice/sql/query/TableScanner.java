package dev.sluice.sql.query;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the tables behind FROM, JOIN, INTO, UPDATE and USING. */
final class TableScanner {
  private static final Set<String> VERBS =
      Set.of(
          "SELECT", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE", "CREATE", "EXPLAIN",
          "TABLE", "COPY", "(", "DECLARE");
  private static final Set<String> FROM_IS_PART_OF_THE_CALL =
      Set.of("EXTRACT", "TRIM", "SUBSTRING", "OVERLAY", "POSITION", "SUBSTR", "CEIL", "FLOOR");

  /** Words behind which tables stand in a list. */
  private static final Set<String> LISTS = Set.of("FROM", "USING", "UPDATE");

  private static final Set<String> FROM_ENDS =
      Set.of(
          "WHERE",
          "SET",
          "GROUP",
          "ORDER",
          "HAVING",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "RETURNING",
          "WINDOW",
          "WHEN",
          "SELECT",
          "VALUES",
          ";");
  private static final Set<String> BEFORE_UPDATE =
      Set.of("(", ")", ";", "ATOMIC", "BEGIN", "ANALYZE", "EXPLAIN");
  private static final Set<String> INSERTS = Set.of("INSERT", "REPLACE", "MERGE", "IGNORE");
  private static final Set<String> USING_TABLES = Set.of("DELETE", "MERGE", "WITH");
  private static final Set<String> FILES = Set.of("STDIN", "PROGRAM");
  private static final Set<String> NO_TABLE = Set.of("ONLY", "LATERAL", "TABLE");
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE");
  private static final Set<String> BODIES =
      Set.of("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE", "(");
  private static final Set<String> NO_ALIAS =
      Set.of(
          "WHERE",
          "ON",
          "USING",
          "SET",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "STRAIGHT_JOIN",
          "GROUP",
          "ORDER",
          "HAVING",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "RETURNING",
          "WINDOW",
          "WHEN",
          "VALUES",
          "SELECT",
          "DEFAULT",
          "TABLESAMPLE",
          "FROM",
          "TO",
          "WITH",
          "OVERRIDING",
          "INDEXED",
          "NOT",
          "USE",
          "FORCE",
          "IGNORE",
          "PARTITION");

  private final List<Token> tokens;
  private final Dialect dialect;
  private final Set<String> commonTables = new HashSet<>();
  private final List<TableReference> found = new ArrayList<>();

  TableScanner(List<Token> tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  List<TableReference> tables() {
    if (!isOneOf(0, VERBS)) {
      return List.of();
    }
    Deque<Level> levels = new ArrayDeque<>();
    levels.push(new Level(false, false));
    for (int i = 0; i < tokens.size(); i++) {
      Level level = levels.element();
      collectCommonTable(i);
      if (is(i, "(")) {
        boolean joins = expectsTable(i - 1, level) && !isOneOf(i + 1, QUERIES);
        levels.push(new Level(i > 0 && isOneOf(i - 1, FROM_IS_PART_OF_THE_CALL), joins));
      } else if (is(i, ")") && levels.size() > 1) {
        levels.pop();
      } else if (isOneOf(i, FROM_ENDS)) {
        level.inFrom = false;
      }
      if (expectsTable(i, levels.element())) {
        levels.element().inFrom |= tokens.get(i).isOneOf(LISTS);
        item(i + 1);
      }
    }
    return found.stream().filter(reference -> !isCommonTable(reference.table())).toList();
  }

  /** Where we are within one pair of parentheses. */
  private static final class Level {
    final boolean fromIsPartOfTheCall;
    boolean inFrom;

    Level(boolean fromIsPartOfTheCall, boolean inFrom) {
      this.fromIsPartOfTheCall = fromIsPartOfTheCall;
      this.inFrom = inFrom;
    }
  }

  private boolean expectsTable(int i, Level level) {
    if (level.fromIsPartOfTheCall) {
      return false;
    }
    boolean goesOn = level.inFrom && (is(i, ",") || is(i, "("));
    return goesOn || introducesTables(i);
  }

  private boolean isCommonTable(ObjectName table) {
    return table.schema().isEmpty() && commonTables.contains(table.name());
  }

  private boolean introducesTables(int i) {
    if (is(i, "FROM")) {
      boolean comparison = is(i - 1, "DISTINCT") && (is(i - 2, "IS") || is(i - 2, "NOT"));
      boolean file = is(0, "COPY") && isOneOf(i + 1, FILES);
      return !comparison && !file;
    }
    if (is(i, "JOIN") || is(i, "STRAIGHT_JOIN")) {
      return true;
    }
    if (is(i, "INTO")) {
      return isOneOf(i - 1, INSERTS) || is(i - 2, "OR");
    }
    if (is(i, "UPDATE")) {
      return i == 0 || isOneOf(i - 1, BEFORE_UPDATE);
    }
    boolean first = i == 0 && (is(i, "TABLE") || is(i, "COPY"));
    return first || (is(i, "USING") && isOneOf(0, USING_TABLES) && !isColumnList(i + 1));
  }

  /** {@code JOIN … USING (a, b)}. */
  private boolean isColumnList(int i) {
    return is(i, "(") && !isOneOf(i + 1, QUERIES);
  }

  private void item(int from) {
    int at = from;
    while (isOneOf(at, NO_TABLE) || (is(at, "OR") && is(from - 1, "UPDATE"))) {
      at += is(at, "OR") ? 2 : 1;
    }
    if (at < tokens.size() && tokens.get(at).isName() && !isOneOf(at, QUERIES)) {
      named(at, is(from - 1, "INTO") || is(from - 1, "COPY"));
    }
  }

  private void named(int from, boolean columnsMayFollow) {
    int last = from;
    while (is(last + 1, ".") && last + 2 < tokens.size() && tokens.get(last + 2).isName()) {
      last += 2;
    }
    int behind = is(last + 1, "*") ? last + 2 : last + 1;
    boolean isCall = is(behind, "(") && !columnsMayFollow;
    if (!isCall) {
      Place place = tokens.get(from).place().to(tokens.get(last).place());
      found.add(new TableReference(name(from, last), place, alias(behind)));
    }
  }

  private ObjectName name(int from, int last) {
    String name = tokens.get(last).folded(dialect);
    return last == from
        ? ObjectName.of(name)
        : ObjectName.of(tokens.get(last - 2).folded(dialect), name);
  }

  private Optional<String> alias(int at) {
    int name = is(at, "AS") ? at + 1 : at;
    boolean there = name < tokens.size() && tokens.get(name).isName() && !isOneOf(name, NO_ALIAS);
    return there ? Optional.of(tokens.get(name).folded(dialect)) : Optional.empty();
  }

  private int behindParentheses(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  /** {@code WITH name [(columns)] AS [[NOT] MATERIALIZED] (query)}. */
  private void collectCommonTable(int i) {
    boolean mayBegin = is(i - 1, "WITH") || is(i - 1, "RECURSIVE") || is(i - 1, ",");
    if (!mayBegin || !tokens.get(i).isName()) {
      return;
    }
    int at = is(i + 1, "(") ? behindParentheses(i + 1) : i + 1;
    if (!is(at, "AS")) {
      return;
    }
    at += is(at + 1, "NOT") ? 2 : 1;
    at += is(at, "MATERIALIZED") ? 1 : 0;
    if (is(at, "(") && isOneOf(at + 1, BODIES)) {
      commonTables.add(tokens.get(i).folded(dialect));
    }
  }

  private boolean is(int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }

  private boolean isOneOf(int i, Set<String> words) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isOneOf(words);
  }
}
