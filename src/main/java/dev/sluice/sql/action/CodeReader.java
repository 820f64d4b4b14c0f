package dev.sluice.sql.action;

import static java.util.Map.entry;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** DO, CALL and other statements that we know by their first word only. */
final class CodeReader {
  private static final Map<String, String> OBJECTS =
      Map.ofEntries(
          entry("DO", "BLOCK"),
          entry("CALL", "PROCEDURE"),
          entry("EXECUTE", "STATEMENT"),
          entry("SECURITY", "LABEL"),
          entry("REASSIGN", "OWNED"),
          entry("IMPORT", "FOREIGN SCHEMA"),
          entry("ATTACH", "DATABASE"),
          entry("DETACH", "DATABASE"),
          entry("USE", "DATABASE"));

  private CodeReader() {}

  static List<Action> read(Cursor c) {
    String verb = c.next().text().toUpperCase(Locale.ROOT);
    boolean named = verb.equals("CALL") || verb.equals("USE");
    Optional<ObjectName> name = named ? c.optionalObjectName() : Optional.empty();
    boolean alone = c.dialect == Dialect.SQLITE || verb.equals("DISCARD");
    String object = OBJECTS.getOrDefault(verb, "SESSION");
    return List.of(new Action.OtherDdl(c.whole(), verb, object, name, alone));
  }
}
