package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** COMMENT ON. */
final class CommentReader {
  private CommentReader() {}

  static List<Action> read(Cursor c) {
    c.expect("COMMENT", "ON");
    boolean column = c.take("COLUMN");
    boolean constraint = c.take("CONSTRAINT");
    String object = column ? "COLUMN" : constraint ? "CONSTRAINT" : OtherDdlReader.objectType(c);
    Optional<ObjectName> name = column ? Optional.of(tableOf(c)) : c.optionalObjectName();
    if (!c.ahead("IS")) {
      throw new NotUnderstood("COMMENT without IS");
    }
    return List.of(new Action.OtherDdl(c.whole(), "COMMENT", object, name, false));
  }

  /** The table in {@code [schema.]table.column}. */
  private static ObjectName tableOf(Cursor c) {
    List<String> parts = c.nameParts();
    if (parts.size() < 2) {
      throw c.unexpected();
    }
    String table = parts.get(parts.size() - 2);
    return parts.size() == 2
        ? ObjectName.of(table)
        : ObjectName.of(parts.get(parts.size() - 3), table);
  }
}
