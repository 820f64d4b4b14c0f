package dev.sluice.sql.query;

import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An INSERT, REPLACE or COPY as it is written.
 *
 * @param table the place of the table's name
 * @param columns empty when the statement names none
 * @param rows of VALUES, without their parentheses
 * @param query the SELECT that the rows come from
 * @param conflict what stands behind ON CONFLICT or ON DUPLICATE KEY
 */
public record InsertForm(
    Place table,
    List<Stretch> columns,
    List<Stretch> rows,
    Optional<Stretch> query,
    Optional<Stretch> conflict) {
  private static final Set<String> VERBS = Set.of("INSERT", "REPLACE", "COPY");
  private static final Set<String> MODIFIERS =
      Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO", "BINARY");
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "TABLE", "(");
  private static final Set<String> SOURCES =
      Set.of(
          "VALUES",
          "VALUE",
          "SELECT",
          "WITH",
          "TABLE",
          "DEFAULT",
          "SET",
          "OVERRIDING",
          "(",
          "FROM",
          "TO",
          "PARTITION");
  private static final Set<String> TAIL = Set.of("ON", "RETURNING", "AS");

  public InsertForm {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * @param action the tokens of one insert
   */
  public static Optional<InsertForm> of(Stretch action) {
    return action.isOneOf(0, VERBS) ? new Reader(action).read() : Optional.empty();
  }

  /** Reads from left to right. */
  private static final class Reader {
    private final Stretch tokens;
    private int at = 1;

    Reader(Stretch tokens) {
      this.tokens = tokens;
    }

    Optional<InsertForm> read() {
      if (tokens.at(at, "OR")) {
        at += 2;
      }
      while (tokens.isOneOf(at, MODIFIERS)) {
        at++;
      }
      if (at >= tokens.size() || !tokens.get(at).isName()) {
        return Optional.empty();
      }
      Place table = table();
      skipAlias();
      List<Stretch> columns = columns();
      if (tokens.at(at, "OVERRIDING")) {
        at += 3;
      }
      boolean query = tokens.isOneOf(at, QUERIES);
      List<Stretch> rows =
          tokens.at(at, "VALUES") || tokens.at(at, "VALUE") ? rows(at + 1) : List.of();
      Optional<Stretch> select =
          query ? Optional.of(tokens.range(at, conflict())) : Optional.<Stretch>empty();
      Optional<Stretch> conflict =
          conflict() < tokens.size()
              ? Optional.of(tokens.from(conflict() + 2))
              : Optional.<Stretch>empty();
      return Optional.of(new InsertForm(table, columns, rows, select, conflict));
    }

    private Place table() {
      int from = at++;
      while (tokens.at(at, ".")) {
        at += 2;
      }
      return tokens.range(from, at).place();
    }

    private void skipAlias() {
      if (tokens.at(at, "AS")) {
        at += 2;
      } else if (at < tokens.size() && tokens.get(at).isName() && !tokens.isOneOf(at, SOURCES)) {
        at++;
      }
      if (tokens.at(at, "PARTITION")) {
        at = tokens.partner(at + 1) + 1;
      }
    }

    private List<Stretch> columns() {
      boolean list = tokens.at(at, "(") && !tokens.isOneOf(at + 1, QUERIES);
      Optional<Stretch> inside = list ? tokens.parentheses(at) : Optional.empty();
      if (inside.isEmpty()) {
        return List.of();
      }
      at = tokens.partner(at) + 1;
      return inside.get().isEmpty() ? List.of() : inside.get().items();
    }

    private List<Stretch> rows(int from) {
      List<Stretch> rows = new ArrayList<>();
      int i = from;
      while (tokens.at(i, "(") || tokens.at(i, "ROW", "(")) {
        int open = tokens.at(i, "(") ? i : i + 1;
        Optional<Stretch> row = tokens.parentheses(open);
        if (row.isEmpty()) {
          return rows;
        }
        rows.add(row.get());
        i = tokens.partner(open) + 1;
        i += tokens.at(i, ",") ? 1 : 0;
      }
      return rows;
    }

    /** Where ON CONFLICT or ON DUPLICATE stands, or the end. */
    private int conflict() {
      for (int i = tokens.find(at, TAIL); i >= 0; i = tokens.find(i + 1, TAIL)) {
        if (tokens.at(i, "ON", "CONFLICT") || tokens.at(i, "ON", "DUPLICATE")) {
          return i;
        }
      }
      return tokens.size();
    }
  }

  /** The last part of a column's name. */
  public static Token name(Stretch column) {
    return column.get(column.size() - 1);
  }
}
