package dev.sluice.bulk;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.query.Queries;
import dev.sluice.sql.query.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An UPDATE or DELETE of one table, taken apart so that it can be told to change only some rows.
 *
 * @param table folded, as the statement names it
 * @param written the table's name as it is written
 * @param sets the columns that an UPDATE sets, folded
 * @param head all before WHERE
 * @param condition behind WHERE; empty when there is none
 */
public record Splittable(
    ObjectName table, String written, List<String> sets, String head, String condition) {
  private static final Set<String> BEFORE_NAME =
      Set.of("LOW_PRIORITY", "QUICK", "IGNORE", "FROM", "ONLY");
  private static final Set<String> LIMITS = Set.of("ORDER", "LIMIT");
  private static final Set<String> JOINS = Set.of("USING", "JOIN", "STRAIGHT_JOIN", ",");

  /** Those that are not the same for all batches; date and time as well. */
  private static final Set<String> VOLATILE =
      Set.of(
          "RANDOM",
          "RAND",
          "RANDOMBLOB",
          "GEN_RANDOM_UUID",
          "UUID",
          "UUID_SHORT",
          "UUID_GENERATE_V4",
          "NEXTVAL",
          "CURRVAL",
          "LASTVAL",
          "CLOCK_TIMESTAMP",
          "STATEMENT_TIMESTAMP",
          "TRANSACTION_TIMESTAMP",
          "TIMEOFDAY",
          "NOW",
          "SYSDATE",
          "CURDATE",
          "CURTIME",
          "UTC_DATE",
          "UTC_TIME",
          "UTC_TIMESTAMP",
          "UNIX_TIMESTAMP",
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "ROW_COUNT",
          "FOUND_ROWS",
          "LAST_INSERT_ID",
          "CHANGES",
          "TOTAL_CHANGES",
          "AGE");

  /** Called without parentheses; the others may be columns as well. */
  private static final Set<String> BARE =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "UTC_DATE",
          "UTC_TIME",
          "UTC_TIMESTAMP");

  public Splittable {
    sets = List.copyOf(sets);
  }

  /** Either of the two is there. */
  public record Reading(Optional<Splittable> split, Optional<NotSplittable> reason) {
    static Reading not(NotSplittable reason) {
      return new Reading(Optional.empty(), Optional.of(reason));
    }
  }

  public static Reading of(Statement statement, Dialect dialect) {
    Stretch all = Stretch.of(statement);
    boolean changes =
        statement.actions().size() == 1
            && (statement.actions().get(0) instanceof Action.Update
                || statement.actions().get(0) instanceof Action.Delete);
    if (all.at(0, "WITH")) {
      return Reading.not(NotSplittable.WITH);
    }
    if (!changes || !(all.at(0, "UPDATE") || all.at(0, "DELETE"))) {
      return Reading.not(NotSplittable.NO_CHANGE);
    }
    Optional<NotSplittable> objection = objection(all, statement);
    return objection.isPresent()
        ? Reading.not(objection.get())
        : new Parts(statement, dialect, all).read();
  }

  private static Optional<NotSplittable> objection(Stretch all, Statement statement) {
    if (statement.isTemplate() || any(all, t -> t.text().startsWith("/*"))) {
      return Optional.of(NotSplittable.NOT_UNDERSTOOD);
    }
    if (any(all, t -> t.text().startsWith("@") || t.is(":="))) {
      return Optional.of(NotSplittable.VARIABLE);
    }
    if (all.find(0, LIMITS) >= 0) {
      return Optional.of(NotSplittable.LIMITED);
    }
    return all.find(0, Set.of("RETURNING")) >= 0
        ? Optional.of(NotSplittable.RETURNING)
        : Optional.empty();
  }

  private static boolean any(Stretch stretch, Predicate<Token> wanted) {
    return stretch.tokens().stream().anyMatch(wanted);
  }

  /** The statement's parts, while it is read. */
  private record Parts(Statement statement, Dialect dialect, Stretch all) {
    Reading read() {
      int name = behindWords();
      int end = behindName(name);
      int tail = all.findOrEnd(0, Set.of("WHERE"));
      int set = all.at(0, "UPDATE") ? all.findOrEnd(0, Set.of("SET")) : tail;
      if (joins(name, set) || all.range(set, tail).find(0, Set.of("FROM")) >= 0) {
        return Reading.not(NotSplittable.JOIN);
      }
      if (end == name || set > tail || behindAlias(end, set) != set) {
        return Reading.not(NotSplittable.NOT_UNDERSTOOD);
      }
      Stretch condition = all.from(tail + 1);
      if (Queries.tables(statement, dialect).stream()
          .skip(1)
          .anyMatch(t -> same(t.table().name()))) {
        return Reading.not(NotSplittable.SAME_TABLE);
      }
      if (isVolatile(condition) || all.contains("CURRENT", "OF")) {
        return Reading.not(NotSplittable.VOLATILE);
      }
      return new Reading(Optional.of(whole(name, end, tail, condition)), Optional.empty());
    }

    private Splittable whole(int name, int end, int tail, Stretch condition) {
      Action action = statement.actions().get(0);
      boolean update = action instanceof Action.Update;
      return new Splittable(
          update ? ((Action.Update) action).table() : ((Action.Delete) action).table(),
          text(all.range(name, end)),
          update ? ((Action.Update) action).columns() : List.of(),
          text(all.range(0, tail)),
          condition.isEmpty() ? "" : text(condition));
    }

    /** Behind UPDATE [OR IGNORE], DELETE FROM, ONLY and their like. */
    private int behindWords() {
      int at = all.at(1, "OR") ? 3 : 1;
      while (all.isOneOf(at, BEFORE_NAME)) {
        at++;
      }
      return at;
    }

    private int behindName(int at) {
      if (at >= all.size() || !all.get(at).isName()) {
        return at;
      }
      int end = at + 1;
      while (all.at(end, ".") && end + 1 < all.size() && all.get(end + 1).isName()) {
        end += 2;
      }
      return all.at(end, "*") ? end + 1 : end;
    }

    private int behindAlias(int at, int end) {
      int alias = all.at(at, "AS") ? at + 1 : at;
      return alias < end && all.get(alias).isName() ? alias + 1 : at;
    }

    private boolean joins(int from, int to) {
      return all.range(from, to).find(0, JOINS) >= 0;
    }

    private boolean same(String name) {
      return name.equalsIgnoreCase(Splittable.table(statement).name());
    }

    /** From the first token to the last one, with what stands between them. */
    private String text(Stretch part) {
      int from = part.place().offset() - statement.place().offset();
      return statement.text().substring(from, from + part.place().length());
    }
  }

  private static ObjectName table(Statement statement) {
    Action action = statement.actions().get(0);
    return action instanceof Action.Update update
        ? update.table()
        : ((Action.Delete) action).table();
  }

  private static boolean isVolatile(Stretch condition) {
    return IntStream.range(0, condition.size())
        .filter(i -> condition.get(i).kind() == Token.Kind.WORD)
        .filter(i -> condition.isOneOf(i, VOLATILE) && !condition.at(i - 1, "."))
        .anyMatch(i -> condition.at(i + 1, "(") || condition.isOneOf(i, BARE));
  }

  /** The statement for the rows that also meet this. */
  public String within(String range) {
    return condition.isEmpty()
        ? head + " where " + range
        : head + " where (" + condition + "\n) and " + range;
  }
}
