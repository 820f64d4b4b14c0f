package dev.sluice.sql.action;

import dev.sluice.sql.ColumnDefinition.Layout;
import dev.sluice.sql.Dialect;
import java.util.Locale;
import java.util.Optional;

/** Reads CHARACTER SET, COLLATE, FIRST and AFTER out of a column's definition. */
final class LayoutReader {
  private LayoutReader() {}

  /**
   * @param from the mark of the first token behind the column's name; {@code c} stands at its end
   *     and does so afterwards
   */
  static Layout read(Cursor c, int from) {
    if (c.dialect != Dialect.MYSQL && c.dialect != Dialect.MARIADB) {
      return Layout.NONE;
    }
    Optional<String> charset = Optional.empty();
    Optional<String> collation = Optional.empty();
    Optional<String> after = Optional.empty();
    c.back(from);
    while (!c.done()) {
      if (c.take("CHARACTER", "SET") || c.take("CHARSET")) {
        charset = value(c);
      } else if (c.take("COLLATE")) {
        collation = value(c);
      } else if (c.take("AFTER")) {
        after = c.done() ? Optional.empty() : Optional.of(c.name());
      } else if (c.take("FIRST")) {
        after = Optional.of("");
      } else {
        c.skipOne();
      }
    }
    return new Layout(charset, collation, after);
  }

  private static Optional<String> value(Cursor c) {
    return c.done()
        ? Optional.empty()
        : Optional.of(c.next().text().replaceAll("['\"`]", "").toLowerCase(Locale.ROOT));
  }
}
