package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DROP TABLE, INDEX and VIEW; several names are several actions. */
final class DropReader {
  private DropReader() {}

  static List<Action> read(Cursor c) {
    int mark = c.mark();
    c.expect("DROP");
    c.take("TEMPORARY");
    boolean materialized = c.take("MATERIALIZED");
    if (!materialized && c.take("TABLE")) {
      return each(
          c, (place, name, how) -> new Action.DropTable(place, name, how.ifExists, how.cascade));
    }
    if (!materialized && c.take("INDEX")) {
      return indexes(c);
    }
    if (c.take("VIEW")) {
      return each(
          c, (place, name, how) -> new Action.DropView(place, name, how.ifExists, how.cascade));
    }
    c.back(mark);
    return OtherDdlReader.read(c);
  }

  private static List<Action> indexes(Cursor c) {
    boolean concurrently = c.take("CONCURRENTLY");
    return each(
        c,
        (place, name, how) ->
            new Action.DropIndex(place, name, how.table, concurrently, how.ifExists, how.cascade));
  }

  private static List<Action> each(Cursor c, Make make) {
    boolean ifExists = c.take("IF", "EXISTS");
    boolean several = c.ahead(",");
    How how = new How(ifExists, c.ahead("CASCADE"), tableBehind(c));
    List<Action> actions = new ArrayList<>();
    do {
      int mark = c.mark();
      ObjectName name = c.objectName();
      actions.add(make.action(several ? c.since(mark) : c.whole(), name, how));
    } while (c.take(","));
    end(c);
    return actions;
  }

  /** CASCADE, RESTRICT, and MySQL's {@code ON table}. */
  private static void end(Cursor c) {
    if (!c.take("CASCADE")) {
      c.take("RESTRICT");
    }
    if (!c.done() && !c.at("ON")) {
      throw c.unexpected();
    }
  }

  /** MySQL's {@code DROP INDEX i ON t}. */
  private static Optional<ObjectName> tableBehind(Cursor c) {
    int mark = c.mark();
    c.until(Set.of("ON"));
    Optional<ObjectName> table =
        c.take("ON") ? Optional.of(c.objectName()) : Optional.<ObjectName>empty();
    c.back(mark);
    return table;
  }

  private record How(boolean ifExists, boolean cascade, Optional<ObjectName> table) {}

  private interface Make {
    Action action(Place place, ObjectName name, How how);
  }
}
