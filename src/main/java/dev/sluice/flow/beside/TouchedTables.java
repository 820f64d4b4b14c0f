package dev.sluice.flow.beside;

import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import dev.sluice.flow.Landscape;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableOfAction;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.record.Touch;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The tables that a change's statements write or alter, and the versions that it takes. */
final class TouchedTables {
  private static final String PUBLIC = "public.";

  private final Supplier<Landscape> landscape;
  private final SqlReader reader;

  TouchedTables(Supplier<Landscape> landscape, SqlReader reader) {
    this.landscape = landscape;
    this.reader = reader;
  }

  Set<Touch> of(Change change) {
    Set<Touch> touches = new HashSet<>();
    for (MappedScript script : change.scripts()) {
      for (String database : script.databases()) {
        version(script).ifPresent(v -> touches.add(new Touch(database, Touch.Kind.VERSION, v)));
        Optional.ofNullable(landscape.get().databases().get(database))
            .map(Landscape.Database::dialect)
            .ifPresent(dialect -> tables(script, database, dialect, touches));
      }
    }
    return touches;
  }

  private static Optional<String> version(MappedScript script) {
    ScriptName name = script.script().name();
    return name.kind() == ScriptName.Kind.VERSIONED
        ? Optional.of(Version.parse(name.version()).toString())
        : Optional.empty();
  }

  private void tables(MappedScript script, String database, Dialect dialect, Set<Touch> touches) {
    reader.read(script.script().text(), dialect).statements().stream()
        .flatMap(s -> s.actions().stream())
        .flatMap(a -> table(a).stream())
        .map(t -> new Touch(database, Touch.Kind.TABLE, name(t, dialect)))
        .forEach(touches::add);
  }

  /** Most people do not write the schema that everything is in anyway. */
  private static String name(ObjectName table, Dialect dialect) {
    String name = table.toString();
    return dialect == Dialect.POSTGRESQL && name.startsWith(PUBLIC)
        ? name.substring(PUBLIC.length())
        : name;
  }

  private static Optional<ObjectName> table(Action action) {
    return TableOfAction.of(action);
  }
}
