package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import java.util.List;
import java.util.Set;

/** EXPLAIN reads; EXPLAIN ANALYZE runs what it explains. */
final class ExplainReader {
  private static final Set<String> OPTIONS = Set.of("VERBOSE", "QUERY", "PLAN");
  private static final Set<String> ANALYZE = Set.of("ANALYZE", "ANALYSE");

  private ExplainReader() {}

  static List<Action> read(Cursor c) {
    c.expect("EXPLAIN");
    boolean runs = false;
    if (c.at("(")) {
      runs = c.parentheses().everyToken().anyMatch(t -> t.is("ANALYZE") || t.is("ANALYSE"));
    }
    while (c.atAny(OPTIONS) || c.atAny(ANALYZE)) {
      runs |= c.atAny(ANALYZE);
      c.next();
    }
    return runs ? Actions.read(c.remainder()) : List.of(new Action.Select(c.whole()));
  }
}
