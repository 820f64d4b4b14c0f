package dev.sluice.review.impact;

import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a MySQL or MariaDB server really does: which clauses it takes, and, without any clause,
 * whether it copied rows, wrote a table anew or built an index.
 *
 * @param accepted the cheapest {@code ALGORITHM} with the weakest {@code LOCK}; empty where the
 *     statement can have no such clauses
 * @param copied how many rows it says that it copied
 * @param rebuilt whether InnoDB gave a table another id
 * @param indexed whether it has an index that it had not
 */
record MeasuredAlgorithm(
    String sql, Optional<Clauses> accepted, long copied, boolean rebuilt, boolean indexed) {
  /** Not supported, not supported for a reason, wrong together, no place for it (partitions). */
  private static final Set<Integer> REFUSED = Set.of(1845, 1846, 1221, 1064);

  private static final Pattern ALTER = Pattern.compile("(?s)(ALTER TABLE \\S+)\\s(.*)");
  private static final List<String> LOCKS = List.of("NONE", "SHARED", "EXCLUSIVE");

  /** What stands behind ALGORITHM and LOCK. */
  record Clauses(String algorithm, String lock) {}

  /** The names of InnoDB's tables and indexes, each with its id. */
  private record Ids(Map<String, Long> tables, Map<String, Long> indexes) {
    boolean rebuilt(Ids after) {
      return after.tables.entrySet().stream()
          .anyMatch(e -> tables.containsKey(e.getKey()) && !tables.containsValue(e.getValue()));
    }

    /** An index of a table that is there before. */
    boolean indexed(Ids after) {
      return after.indexes.entrySet().stream()
          .filter(e -> tables.containsKey(e.getKey().split("\\.")[0]))
          .anyMatch(e -> !indexes.containsValue(e.getValue()));
    }
  }

  /** Leaves the database as the schema makes it. */
  static MeasuredAlgorithm of(Connection connection, Schema schema, String sql, Dialect dialect)
      throws SQLException {
    Ids before = ids(connection, dialect);
    boolean open = !sql.contains("ALGORITHM") && !sql.contains("LOCK=");
    Optional<Clauses> accepted = Optional.empty();
    long copied = -1;
    for (Clauses clauses : open ? clauses(dialect) : List.<Clauses>of()) {
      Optional<String> said = said(sql, clauses, dialect);
      if (copied < 0 && said.isPresent()) {
        copied = attempt(connection, said.get());
        accepted = copied < 0 ? Optional.empty() : Optional.of(clauses);
      }
    }
    copied = copied < 0 ? run(connection, sql) : copied;
    Ids after = ids(connection, dialect);
    schema.restore(connection, sql);
    return new MeasuredAlgorithm(
        sql, accepted, copied, before.rebuilt(after), before.indexed(after));
  }

  private static List<Clauses> clauses(Dialect dialect) {
    return algorithms(dialect).stream()
        .flatMap(a -> LOCKS.stream().map(l -> new Clauses(a, l)))
        .toList();
  }

  private static List<String> algorithms(Dialect dialect) {
    return dialect == Dialect.MARIADB
        ? List.of("INSTANT", "NOCOPY", "INPLACE", "COPY")
        : List.of("INSTANT", "INPLACE", "COPY");
  }

  /** MySQL takes no LOCK with ALGORITHM=INSTANT. */
  private static Optional<String> said(String sql, Clauses clauses, Dialect dialect) {
    int last = sql.lastIndexOf("; ") < 0 ? 0 : sql.lastIndexOf("; ") + 2;
    String before = sql.substring(0, last);
    String statement = sql.substring(last);
    boolean alone = dialect == Dialect.MYSQL && clauses.algorithm.equals("INSTANT");
    String algorithm = "ALGORITHM=" + clauses.algorithm;
    String lock = alone ? "" : "LOCK=" + clauses.lock;
    Matcher alter = ALTER.matcher(statement);
    if (alter.matches()) {
      String options = algorithm + (alone ? "" : ", " + lock);
      return Optional.of(before + alter.group(1) + " " + options + ", " + alter.group(2));
    }
    boolean index = statement.contains("INDEX");
    return index ? Optional.of(sql + " " + algorithm + " " + lock) : Optional.empty();
  }

  /** How many rows it copied; less than none when the server refuses the clauses. */
  private static long attempt(Connection connection, String sql) throws SQLException {
    try {
      return run(connection, sql);
    } catch (SQLException e) {
      if (REFUSED.contains(e.getErrorCode())) {
        return -1;
      }
      throw new SQLException(sql + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
    }
  }

  private static long run(Connection connection, String sql) throws SQLException {
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      for (String part : sql.split("; ")) {
        statement.execute(part);
        rows = Math.max(0, statement.getUpdateCount());
      }
    }
    return rows;
  }

  private static Ids ids(Connection connection, Dialect dialect) throws SQLException {
    String prefix = dialect == Dialect.MARIADB ? "innodb_sys_" : "innodb_";
    String tables =
        "select name, table_id from information_schema."
            + prefix
            + "tables where name like concat(database(), '/%')";
    String indexes =
        "select concat(t.name, '.', i.name), i.index_id from information_schema."
            + prefix
            + "indexes i join information_schema."
            + prefix
            + "tables t on t.table_id = i.table_id where t.name like concat(database(), '/%')";
    return new Ids(numbers(connection, tables), numbers(connection, indexes));
  }

  private static Map<String, Long> numbers(Connection connection, String query)
      throws SQLException {
    Map<String, Long> numbers = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getLong(2));
      }
    }
    return numbers;
  }

  private static final Pattern TABLE = Pattern.compile("(?:TABLE|ON) (\\w+)");

  /** Makes the tables of a script, and makes them again. */
  record Schema(List<String> statements) {
    static Schema of(String script) {
      return new Schema(List.of(script.replaceAll("(?m)^--.*$", "").strip().split(";\\s*\n|;$")));
    }

    void restore(Connection connection, String changed) throws SQLException {
      Matcher table = TABLE.matcher(changed);
      String name = table.find() ? table.group(1) : "";
      try (Statement statement = connection.createStatement()) {
        statement.execute("set foreign_key_checks = 0");
        statement.execute("drop table if exists o, " + name);
        // a key follows the table that it points to
        boolean moved = changed.contains(" TO o");
        if (moved) {
          statement.execute("drop table lines_of");
        }
        for (String sql : statements) {
          if (isOf(name, sql) || (moved && isOf("lines_of", sql))) {
            statement.execute(sql);
          }
        }
        statement.execute("set foreign_key_checks = 1");
      }
    }

    private static boolean isOf(String table, String sql) {
      return sql.matches("(?s)(CREATE TABLE|INSERT INTO) " + table + "\\b.*");
    }

    void create(TestDatabase database) {
      database.execute(statements.toArray(String[]::new));
    }
  }

  Work work() {
    boolean emptied = sql.contains("TRUNCATE");
    if (copied > 0 || (rebuilt && !emptied)) {
      return Work.REWRITE;
    }
    return indexed && !emptied ? Work.INDEX_BUILD : Work.INSTANT;
  }

  /** Whether it takes ALGORITHM=INSTANT; empty where it takes no such clause, or lies. */
  Optional<Boolean> instant() {
    boolean lies = work() != Work.INSTANT || sql.contains("PARTITION");
    return accepted.filter(a -> !lies).map(a -> a.algorithm.equals("INSTANT"));
  }

  /** Whom it keeps waiting; empty when the server does not say it by the clauses that it takes. */
  Optional<Blocks> blocks() {
    return accepted
        .filter(a -> work() != Work.INSTANT && !a.algorithm.equals("INSTANT"))
        .map(a -> a.lock.equals("NONE") ? Blocks.NOTHING : Blocks.WRITES);
  }
}
