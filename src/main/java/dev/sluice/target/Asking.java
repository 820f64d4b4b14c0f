package dev.sluice.target;

import dev.sluice.probe.Answer;
import dev.sluice.probe.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The query behind each kind of probe. Names are quoted, values are parameters. */
final class Asking implements Probe.Visitor<Answer, SQLException> {
  /** Up to so many rows are counted; beyond them the planner's estimate will do. */
  private static final long COUNTED = 1_000_000;

  private static final int SAMPLES = 3;

  private final Connection connection;
  private final ProbeEngine engine;

  Asking(Connection connection, ProbeEngine engine) {
    this.connection = connection;
    this.engine = engine;
  }

  @Override
  public Answer affectedRows(Probe.AffectedRows probe) throws SQLException {
    if (probe.refused().isPresent() && !engine.explainsWithoutRunning()) {
      return new Answer.Unknown("not asked: it " + probe.refused().get());
    }
    ProbeEngine.Plan plan = engine.explain(connection, probe.query());
    OptionalLong estimate = plan.rows();
    if (probe.refused().isEmpty() && estimate.orElse(0) <= COUNTED) {
      return counted(probe, plan);
    }
    return estimate.isPresent()
        ? new Answer.Affected(estimate.getAsLong(), false, plan.scanned())
        : new Answer.Unknown("not asked: it " + probe.refused().orElse(""));
  }

  /** A count that fails or takes too long leaves the estimate, where there is one. */
  private Answer counted(Probe.AffectedRows probe, ProbeEngine.Plan plan) throws SQLException {
    try {
      String count = "select count(*) from (" + probe.query() + ") sluice_rows";
      long rows = Rows.plain(connection, count, r -> r.getLong(1));
      return new Answer.Affected(rows, true, plan.scanned());
    } catch (SQLException e) {
      if (plan.rows().isEmpty()) {
        throw e;
      }
      return new Answer.Affected(plan.rows().getAsLong(), false, plan.scanned());
    }
  }

  @Override
  public Answer duplicates(Probe.Duplicates probe) throws SQLException {
    List<String> keys =
        probe.keys().stream()
            .map(k -> k.expression() ? "(" + k.text() + ")" : engine.quote(k.text()))
            .toList();
    List<String> conditions = new ArrayList<>(keys.stream().map(k -> k + " is not null").toList());
    probe.where().ifPresent(w -> conditions.add("(" + w + ")"));
    String groups =
        " from "
            + engine.table(connection, probe.table())
            + " where "
            + String.join(" and ", conditions)
            + " group by "
            + String.join(", ", keys)
            + " having count(*) > 1";
    String count =
        "select coalesce(sum(sluice_n), 0) from (select count(*) as sluice_n" + groups + ") d";
    String sample =
        "select " + String.join(", ", keys) + ", count(*)" + groups + " order by count(*) desc";
    return misfits(Rows.plain(connection, count, r -> r.getLong(1)), sample, keys.size());
  }

  @Override
  public Answer nulls(Probe.Nulls probe) throws SQLException {
    String from = " from " + engine.table(connection, probe.table());
    String where = " where " + engine.quote(probe.column()) + " is null";
    return counted(from + where);
  }

  private Answer counted(String fromWhere, Object... values) throws SQLException {
    String text = Rows.text(connection, "select count(*)" + fromWhere, values);
    return new Answer.Misfits(Long.parseLong(text), List.of());
  }

  @Override
  public Answer orphans(Probe.Orphans probe) throws SQLException {
    List<String> columns = probe.columns().stream().map(c -> "c." + engine.quote(c)).toList();
    List<String> pairs =
        IntStream.range(0, columns.size())
            .mapToObj(
                i -> "p." + engine.quote(probe.parentColumns().get(i)) + " = " + columns.get(i))
            .toList();
    String from =
        " from "
            + engine.table(connection, probe.table())
            + " c where "
            + String.join(" and ", columns.stream().map(c -> c + " is not null").toList())
            + " and not exists (select 1 from "
            + engine.table(connection, probe.parent())
            + " p where "
            + String.join(" and ", pairs)
            + ")";
    String keys = String.join(", ", columns);
    long rows = Rows.plain(connection, "select count(*)" + from, r -> r.getLong(1));
    String sample = "select " + keys + ", count(*)" + from + " group by " + keys;
    return misfits(rows, sample, columns.size());
  }

  @Override
  public Answer tooLong(Probe.TooLong probe) throws SQLException {
    String column = engine.quote(probe.column());
    String from =
        " from "
            + engine.table(connection, probe.table())
            + " where char_length("
            + column
            + ") > ?";
    return counted(from, probe.characters());
  }

  @Override
  public Answer outOfRange(Probe.OutOfRange probe) throws SQLException {
    String column = engine.quote(probe.column());
    String from =
        " from "
            + engine.table(connection, probe.table())
            + " where "
            + column
            + " < ? or "
            + column
            + " > ?";
    return counted(from, probe.from(), probe.to());
  }

  @Override
  public Answer violations(Probe.Violations probe) throws SQLException {
    String from =
        " from "
            + engine.table(connection, probe.table())
            + " where not ("
            + probe.condition()
            + ")";
    long rows = Rows.plain(connection, "select count(*)" + from, r -> r.getLong(1));
    return new Answer.Misfits(rows, List.of());
  }

  @Override
  public Answer dependants(Probe.Dependants probe) throws SQLException {
    return new Answer.Dependants(engine.dependants(connection, probe));
  }

  private Answer misfits(long rows, String sample, int columns) throws SQLException {
    if (rows == 0) {
      return new Answer.Misfits(0, List.of());
    }
    return new Answer.Misfits(
        rows,
        Rows.plainList(connection, sample + " limit " + SAMPLES, r -> MaskedKey.of(r, columns)));
  }
}
