package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queries at the top level; PostgreSQL's {@code SELECT … INTO} creates a table. */
final class SelectReader {
  private static final Set<String> INTO_OR_FROM = Set.of("INTO", "FROM");
  private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY");

  private SelectReader() {}

  static List<Action> read(Cursor c) {
    Action.Select select = new Action.Select(c.whole());
    return c.dialect == Dialect.POSTGRESQL && c.at("SELECT")
        ? into(c).<List<Action>>map(List::of).orElse(List.of(select))
        : List.of(select);
  }

  private static Optional<Action> into(Cursor c) {
    c.until(INTO_OR_FROM);
    if (!c.take("INTO")) {
      return Optional.empty();
    }
    boolean temporary = c.takeAny(TEMPORARY);
    c.take("UNLOGGED");
    c.take("TABLE");
    Token last = c.peek();
    return Optional.of(
        new Action.CreateTable(
            c.whole(),
            c.objectName(),
            last.unquoted(),
            false,
            temporary,
            List.of(),
            List.of(),
            Action.CreateTable.Origin.AS_SELECT));
  }
}
