package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DELETE, also MySQL's {@code DELETE a FROM a JOIN b …}. */
final class DeleteReader {
  private static final Set<String> MODIFIERS = Set.of("LOW_PRIORITY", "QUICK", "IGNORE");
  private static final Set<String> FROM = Set.of("FROM");
  private static final Set<String> TABLES_END = Set.of("WHERE", "RETURNING", "ORDER", "LIMIT");

  private DeleteReader() {}

  static List<Action> read(Cursor c) {
    c.expect("DELETE");
    while (c.takeAny(MODIFIERS)) {}
    int mark = c.mark();
    c.until(FROM);
    boolean several = c.mark() > mark;
    c.expect("FROM");
    int behindFrom = c.mark();
    if (several) {
      c.back(mark);
    }
    c.take("ONLY");
    List<ObjectName> targets = targets(c);
    boolean using = !several && isMysql(c) && c.take("USING");
    if (!using) {
      c.back(behindFrom);
    }
    int references = c.mark();
    Map<String, ObjectName> tables = MysqlTables.in(c.until(TABLES_END));
    c.back(references);
    boolean joined = Condition.joins(c.until(TABLES_END));
    boolean restricted = joined || Condition.restricts(c);
    return targets.stream()
        .map(target -> tables.getOrDefault(target.name(), target))
        .distinct()
        .<Action>map(table -> new Action.Delete(c.whole(), table, restricted))
        .toList();
  }

  /** {@code a, b.*}: MySQL deletes from several tables at once. */
  private static List<ObjectName> targets(Cursor c) {
    List<ObjectName> targets = new ArrayList<>();
    do {
      ObjectName name = ObjectName.of(c.name());
      while (c.take(".")) {
        name = c.take("*") ? name : ObjectName.of(name.name(), c.name());
      }
      targets.add(name);
    } while (isMysql(c) && c.take(","));
    return targets;
  }

  private static boolean isMysql(Cursor c) {
    return c.dialect == Dialect.MYSQL || c.dialect == Dialect.MARIADB;
  }
}
