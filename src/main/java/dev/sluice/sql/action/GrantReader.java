package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** GRANT and REVOKE: on an object (a table when no kind is written), or of a role. */
final class GrantReader {
  private static final Set<String> ALL_IN = Set.of("ALL");

  private GrantReader() {}

  static List<Action> read(Cursor c) {
    String verb = c.peek().text().toUpperCase(Locale.ROOT);
    c.until(Set.of("ON"));
    if (!c.take("ON")) {
      return List.of(new Action.OtherDdl(c.whole(), verb, "ROLE", Optional.empty(), false));
    }
    if (c.atAny(ALL_IN) || isPattern(c)) {
      return List.of(new Action.OtherDdl(c.whole(), verb, "SCHEMA", Optional.empty(), false));
    }
    String object = kind(c);
    Optional<ObjectName> name = c.atName() ? Optional.of(c.objectName()) : Optional.empty();
    return List.of(new Action.OtherDdl(c.whole(), verb, object, name, false));
  }

  /** MySQL's {@code *.*} and {@code shop.*}. */
  private static boolean isPattern(Cursor c) {
    return c.at("*") || (c.left() > 2 && c.peek(1).is(".") && c.peek(2).is("*"));
  }

  private static String kind(Cursor c) {
    int mark = c.mark();
    try {
      return OtherDdlReader.objectType(c);
    } catch (NotUnderstood e) {
      c.back(mark);
      return "TABLE";
    }
  }
}
