package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** WITH: what its queries change, then the statement behind it. */
final class WithReader {
  private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "WITH");

  private WithReader() {}

  static List<Action> read(Cursor c) {
    List<Action> actions = new ArrayList<>(changesIn(c));
    List<Action> main = Actions.read(c.remainder());
    boolean onlyChanges =
        !actions.isEmpty() && main.stream().allMatch(Action.Select.class::isInstance);
    if (!onlyChanges) {
      actions.addAll(main);
    }
    return actions;
  }

  /** Moves behind the common table expressions; gives what they change. */
  static List<Action> changesIn(Cursor c) {
    List<Action> actions = new ArrayList<>();
    c.expect("WITH");
    c.take("RECURSIVE");
    do {
      c.name();
      if (c.at("(")) {
        c.skipOne();
      }
      c.expect("AS");
      c.take("NOT");
      c.take("MATERIALIZED");
      Cursor body = c.parentheses();
      if (body.atAny(CHANGES)) {
        Actions.read(body).stream()
            .filter(action -> !(action instanceof Action.Select))
            .forEach(actions::add);
      }
      skipSearchAndCycle(c);
    } while (c.take(","));
    return actions;
  }

  /** PostgreSQL's SEARCH and CYCLE clauses (manual 7.8.2). */
  private static void skipSearchAndCycle(Cursor c) {
    while (c.at("SEARCH") || c.at("CYCLE")) {
      c.until(Set.of("USING", "SET"));
      c.next();
      c.next();
      if (c.take("USING")) {
        c.next();
      }
    }
  }
}
