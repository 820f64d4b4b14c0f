package dev.sluice.deploy.executor;

import dev.sluice.deploy.Step;
import dev.sluice.deploy.Words;
import dev.sluice.sql.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compares the definitions of all objects that a DDL statement is about with those before it. The
 * server finishes a statement whose client has died and keeps our lock meanwhile, so that whoever
 * gets the lock next finds it done or not done; only a crash of the server may leave a part, see
 * {@link MysqlServer#atomicDdl}. What cannot be seen in a definition (a TRUNCATE) is seen by the
 * numbers of InnoDB, or else not at all.
 */
final class MysqlTraces implements Traces {
  private static final String ABSENT = "-";

  /** What may be repeated without harm. */
  private static final Set<String> HARMLESS =
      Set.of("ANALYZE", "OPTIMIZE", "CHECK", "CHECKSUM", "REPAIR", "FLUSH", "CACHE", "GRANT");

  /** The server's clock, then a line per object. */
  @Override
  public Optional<String> before(Connection connection, Step step) throws SQLException {
    List<MysqlGoal> goals = MysqlGoal.of(step);
    if (goals.isEmpty() || Words.of(step.statement()).contain("TABLESPACE")) {
      return Optional.empty();
    }
    List<String> definitions = definitions(connection, goals);
    Optional<List<String>> lines =
        tellsTooLittle(step, goals, definitions)
            ? numbered(connection, goals, definitions)
            : Optional.of(definitions);
    long now = MysqlServer.times(connection).now();
    return lines.map(l -> now + "\n" + String.join("\n", l));
  }

  private static List<String> definitions(Connection connection, List<MysqlGoal> goals)
      throws SQLException {
    MysqlObjects objects = new MysqlObjects(connection);
    List<String> lines = new ArrayList<>();
    for (MysqlGoal goal : goals) {
      lines.add(objects.definition(goal).orElse(ABSENT));
    }
    return lines;
  }

  /** Empty when a table is there and its numbers are not to be had. */
  private static Optional<List<String>> numbered(
      Connection connection, List<MysqlGoal> goals, List<String> definitions) throws SQLException {
    MysqlObjects objects = new MysqlObjects(connection);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < goals.size(); i++) {
      Optional<String> numbers = objects.numbers(goals.get(i).name());
      if (numbers.isEmpty() && !definitions.get(i).equals(ABSENT)) {
        return Optional.empty();
      }
      lines.add(numbers.isEmpty() ? ABSENT : definitions.get(i) + " " + numbers.get());
    }
    return Optional.of(lines);
  }

  /** Whether the definitions may be the same before and after, and a second run would do harm. */
  private static boolean tellsTooLittle(Step step, List<MysqlGoal> goals, List<String> before) {
    Words words = Words.of(step.statement());
    boolean replaces =
        words.start("CREATE OR REPLACE")
            && step.statement().actions().get(0) instanceof Action.CreateTable;
    boolean swaps = words.first().equals("RENAME") && reached(goals, before);
    return words.first().equals("TRUNCATE")
        || replaces
        || swaps
        || words.contain("TRUNCATE PARTITION")
        || words.contain("EXCHANGE PARTITION");
  }

  private static boolean reached(List<MysqlGoal> goals, List<String> lines) {
    return IntStream.range(0, goals.size())
        .allMatch(i -> goals.get(i).present() != lines.get(i).equals(ABSENT));
  }

  @Override
  public Trace find(Connection connection, Step step, Optional<String> before) throws SQLException {
    if (HARMLESS.contains(Words.of(step.statement()).first())) {
      return Trace.of(Trace.Kind.NOT_RUN);
    }
    return before.isEmpty()
        ? Trace.of(Trace.Kind.UNDECIDABLE)
        : Trace.of(compare(connection, step, before.get().lines().toList()));
  }

  private Trace.Kind compare(Connection connection, Step step, List<String> before)
      throws SQLException {
    Optional<String> seen = before(connection, step);
    if (seen.isEmpty()) {
      return Trace.Kind.UNDECIDABLE;
    }
    List<String> was = before.subList(1, before.size());
    List<String> now = seen.get().lines().skip(1).toList();
    if (now.equals(was)) {
      return Trace.Kind.NOT_RUN;
    }
    boolean whole =
        reached(MysqlGoal.of(step), now)
            && !maybeHalf(connection, step, Long.parseLong(before.get(0)));
    return whole ? Trace.Kind.DONE : Trace.Kind.UNDECIDABLE;
  }

  /** Whether the server went down since, and leaves parts of such a statement when it does. */
  private static boolean maybeHalf(Connection connection, Step step, long begun)
      throws SQLException {
    MysqlServer server = MysqlServer.of(connection);
    boolean atomic =
        step.statement().actions().stream().anyMatch(MysqlTraces::createsFromSelect)
            ? server.atomicCreateSelect()
            : server.atomicDdl();
    return !atomic && MysqlServer.times(connection).startedAt() >= begun;
  }

  private static boolean createsFromSelect(Action action) {
    return action instanceof Action.CreateTable create
        && create.origin() == Action.CreateTable.Origin.AS_SELECT;
  }

  @Override
  public Optional<String> flaw(Connection connection, Step step) {
    return Optional.empty();
  }

  @Override
  public Ran clear(Connection connection, Trace leftover) {
    return Ran.NOTHING;
  }
}
